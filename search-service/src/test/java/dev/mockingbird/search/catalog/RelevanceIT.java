package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.catalog.Searching.search;
import static dev.mockingbird.search.catalog.Searching.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

@LocalStack
class RelevanceIT {

  private static List<ReadItem> starter;

  @BeforeAll
  static void read() throws IOException {
    starter =
        MarkdownReader.read(
                new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
                Choice.none(Language.ENGLISH))
            .items();
    Searching.awaitTheStarterBank();
  }

  @ParameterizedTest
  @CsvSource({
    "Redis 持久化, redis-persistence",
    "怎么查看端口占用, linux-port-in-use",
    "TCP 三次握手, tcp-handshake-and-close",
    "单例模式, python-singleton",
    "慢查询, mysql-slow-queries",
    "反向代理, forward-vs-reverse-proxy",
    "Redis淘汰策略, redis-eviction",
    "单点登录怎么实现, single-sign-on",
    "git 回退版本, git-undo-changes",
    "Docker 暴露端口, docker-basics-and-ports",
    "误删数据库恢复, mysql-pitr-dropped-database",
    "csrf攻击, django-csrf-protection",
    "redis persistence, redis-persistence",
    "which process uses a port, linux-port-in-use",
    "three-way handshake, tcp-handshake-and-close",
    "singleton, python-singleton",
    "slow query, mysql-slow-queries",
    "reverse proxy, forward-vs-reverse-proxy",
    "AOF file keeps growing, redis-aof-rewrite",
    "verify a JWT, jwt-sign-and-verify",
    "kafka rabbitmq, kafka-versus-rabbitmq",
    "io multiplexing epoll, linux-io-multiplexing",
    "celery, celery-architecture",
    "free memory linux, linux-free-memory"
  })
  void findsTheRightQuestionAmongTheFirstThree(String words, String key) {
    List<String> wanted =
        starter.stream()
            .filter(item -> key.equals(item.metadata().key()))
            .map(ReadItem::title)
            .toList();

    assertThat(titles(search(INTERVIEWER, words, "")).stream().limit(3))
        .as(words)
        .anyMatch(wanted::contains);
    assertThat(titles(search(MEMBER, words, "")).stream().limit(3))
        .as(words + " for a member")
        .anyMatch(wanted::contains);
  }
}
