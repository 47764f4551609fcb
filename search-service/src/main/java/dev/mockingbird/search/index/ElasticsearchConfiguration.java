package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The Elasticsearch client, wired by hand: the 8.x line, which an 8.x server accepts. Nobody waits
/// for it longer than these limits together; a write that was cut off is harmless to repeat.
@Configuration(proxyBeanMethods = false)
public class ElasticsearchConfiguration {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 5_000;

  /// For a free connection, when others wait for their answers.
  private static final int TURN_MILLIS = 1_000;

  @Bean(destroyMethod = "close")
  RestClient elasticsearchRestClient(@Value("${mockingbird.elasticsearch.url}") String url) {
    return connect(url);
  }

  @Bean
  ElasticsearchClient elasticsearchClient(RestClient elasticsearchRestClient) {
    return client(elasticsearchRestClient);
  }

  /// For commands, which run without Spring.
  public static RestClient connect(String url) {
    return RestClient.builder(HttpHost.create(url))
        .setRequestConfigCallback(
            it ->
                it.setConnectTimeout(CONNECT_MILLIS)
                    .setSocketTimeout(ANSWER_MILLIS)
                    .setConnectionRequestTimeout(TURN_MILLIS))
        .build();
  }

  public static ElasticsearchClient client(RestClient http) {
    return new ElasticsearchClient(
        new RestClientTransport(http, new Jackson3JsonpMapper(JsonMapper.builder().build())));
  }
}
