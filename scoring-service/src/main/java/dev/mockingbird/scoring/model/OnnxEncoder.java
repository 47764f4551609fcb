package dev.mockingbird.scoring.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.Token;
import dev.mockingbird.scoring.scorer.TokenEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One model from the class path, on one thread a call: for short texts that is fastest, and it
/// gives the same bits every time.
public final class OnnxEncoder implements TokenEncoder, AutoCloseable {

  /// The models take 512; time rises with the square, and context beyond this helps little.
  private static final int WINDOW = 200;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Vocabulary vocabulary;
  private final WordPiece wordPiece;

  private OnnxEncoder(byte[] model, Vocabulary vocabulary, Rarity rarity) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      this.session = environment.createSession(model, options);
    }
    this.vocabulary = vocabulary;
    this.wordPiece = new WordPiece(vocabulary, rarity);
  }

  /// all-MiniLM-L6-v2, 8 bit.
  public static OnnxEncoder english() {
    Vocabulary vocabulary = vocabulary(Language.ENGLISH);
    return load(Language.ENGLISH, vocabulary, Rarity.byRank(vocabulary.size()));
  }

  /// bge-small-zh-v1.5, 8 bit.
  public static OnnxEncoder chinese() {
    return load(Language.CHINESE, vocabulary(Language.CHINESE), Rarity.unknown());
  }

  @Override
  public List<Token> tokens(String text) {
    return wordPiece.tokens(text);
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public float[][] vectors(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return new float[0][];
    }
    long[] ids = new long[tokens.size() + 2];
    ids[0] = vocabulary.start();
    for (int i = 0; i < tokens.size(); i++) {
      ids[i + 1] = tokens.get(i).id();
    }
    ids[ids.length - 1] = vocabulary.end();
    float[][] all = run(ids);
    float[][] vectors = Arrays.copyOfRange(all, 1, all.length - 1);
    for (float[] vector : vectors) {
      toUnitLength(vector);
    }
    return vectors;
  }

  private float[][] run(long[] ids) {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]})) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", tokens);
      inputs.put("attention_mask", mask);
      inputs.put("token_type_ids", types);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        return ((float[][][]) result.get(0).getValue())[0];
      }
    } catch (OrtException e) {
      throw new IllegalStateException("The model failed on " + ids.length + " tokens", e);
    }
  }

  private static void toUnitLength(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; length > 0 && i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  private static OnnxEncoder load(Language language, Vocabulary vocabulary, Rarity rarity) {
    String resource = Models.file(language);
    try (InputStream model = open(resource)) {
      return new OnnxEncoder(model.readAllBytes(), vocabulary, rarity);
    } catch (IOException | OrtException e) {
      throw new IllegalStateException("The model " + resource + " cannot be loaded", e);
    }
  }

  private static Vocabulary vocabulary(Language language) {
    String resource = Models.tokenizer(language);
    try (InputStream json = open(resource)) {
      return Vocabulary.read(json);
    } catch (IOException e) {
      throw new IllegalStateException("The tokenizer " + resource + " cannot be read", e);
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = OnnxEncoder.class.getResourceAsStream("/" + resource);
    if (stream == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    return stream;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
