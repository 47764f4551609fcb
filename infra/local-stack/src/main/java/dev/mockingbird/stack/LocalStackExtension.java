package dev.mockingbird.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts what [LocalStack] names, and hands out [Stores] and servers of the test class's own.
final class LocalStackExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LocalStackExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    needed(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Stores.class
        || type == RedisServer.class
        || type == KafkaBroker.class
        || type == ElasticsearchNode.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Stores.class ? needed(context) : ownServer(type, context);
  }

  private static Stores needed(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(
            context.getRequiredTestClass(), LocalStack.class, context.getEnclosingTestClasses())
        .map(stack -> Stores.shared(stack.value()))
        .orElseThrow(() -> new IllegalStateException("annotate the test class with @LocalStack"));
  }

  /// Kept under the outermost context that knows a test class, so that nested classes and all
  /// methods see the same server; JUnit closes it (a server is [AutoCloseable]) when that class is
  /// done.
  private static Object ownServer(Class<?> type, ExtensionContext context) {
    ExtensionContext outermost = context;
    while (outermost.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
      outermost = outermost.getParent().orElseThrow();
    }
    return outermost
        .getStore(NAMESPACE)
        .computeIfAbsent(
            type,
            key -> {
              Path data = TestData.newFolder(type.getSimpleName());
              try {
                return server(type, data).start();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static Server server(Class<?> type, Path data) {
    if (type == RedisServer.class) {
      return RedisServer.in(data);
    }
    return type == KafkaBroker.class ? KafkaBroker.in(data) : ElasticsearchNode.in(data);
  }
}
