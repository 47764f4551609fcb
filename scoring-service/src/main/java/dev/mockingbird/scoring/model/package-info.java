/// The small offline models, driven with ONNX Runtime directly: it gives token vectors and control
/// over threads.
@NullMarked
package dev.mockingbird.scoring.model;

import org.jspecify.annotations.NullMarked;
