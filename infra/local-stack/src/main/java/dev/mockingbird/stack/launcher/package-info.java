/// `./mockingbird up` and what belongs to it: checks, the data folder, starting and watching the
/// stores and services, backup.
///
/// [dev.mockingbird.stack.launcher.Launcher] reads the command,
/// [dev.mockingbird.stack.launcher.Checks] looks before anything is started,
/// [dev.mockingbird.stack.launcher.Installation] starts all in the order of their needs, and
/// [dev.mockingbird.stack.launcher.Supervisor] starts again what dies. Services learn everything
/// through [dev.mockingbird.stack.launcher.ServiceEnvironment].
@NullMarked
package dev.mockingbird.stack.launcher;

import org.jspecify.annotations.NullMarked;
