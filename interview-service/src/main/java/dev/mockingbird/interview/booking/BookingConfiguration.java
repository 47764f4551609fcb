package dev.mockingbird.interview.booking;

import dev.mockingbird.interview.web.Correlation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Command.class);
  }

  @Bean
  WebMvcConfigurer commandHeaders() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandHeaders());
      }
    };
  }

  /// A [Command] is read from headers, so the description of the API shows the header instead.
  @Bean
  OperationCustomizer idempotencyKey() {
    return (operation, method) -> {
      boolean command =
          Arrays.stream(method.getMethodParameters())
              .anyMatch(parameter -> parameter.getParameterType() == Command.class);
      if (command) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("The same key by the same person takes effect once.")
                .schema(new StringSchema().minLength(8).maxLength(64)));
      }
      return operation;
    };
  }

  /// Reads a [Command] from the request's headers.
  private static final class CommandHeaders implements HandlerMethodArgumentResolver {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Command.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      String key = request.getHeader("Idempotency-Key");
      if (key != null && !KEY.matcher(key).matches()) {
        throw Problems.invalid(
            "Idempotency-Key", "An Idempotency-Key has 8 to 64 letters, digits, - or _.");
      }
      String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
      return new Command(
          key == null ? UUID.randomUUID().toString() : key,
          Correlation.current(),
          authorization == null ? "" : authorization);
    }
  }
}
