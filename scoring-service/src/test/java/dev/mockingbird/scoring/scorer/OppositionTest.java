package dev.mockingbird.scoring.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.model.Encoders;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as saying the opposite of a key point, and what does not.
class OppositionTest {

  private static final AlignmentScorer SCORER = new AlignmentScorer(Encoders.load().byLanguage());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Threads share the address space of their process. | Threads do not share memory. | NEGATION",
        "Threads share the address space of their process. | Threads never share it. | NEGATION",
        "It cannot be NULL. | It can be NULL. | NEGATION",
        "GET and PUT are idempotent, POST is not. | POST is idempotent and PUT is not. | NEGATION",
        "They never change after construction. | Immutable objects can be changed after construction."
            + " | NEGATION",
        "Switching between threads is cheaper than switching between processes."
            + " | Switching between threads is more expensive. | CONTRADICTION",
        "Switching between threads is cheaper than switching between processes."
            + " | Switching between processes is cheaper than switching between threads."
            + " | CONTRADICTION",
        "The data scales horizontally. | The data scales vertically. | CONTRADICTION",
        "The default port of HTTPS is 443. | The default port of HTTPS is 80. | CONTRADICTION",
        "Finding an element takes O(log n). | Finding an element takes O(n). | CONTRADICTION",
        "No, lists are not safe. | Yes, they can be used everywhere. | CONTRADICTION",
        "A crash in one thread can bring down the whole process."
            + " | A crash in one thread does not affect the whole process. | NEGATION",
        "The server answers with SYN-ACK. | The client answers with SYN-ACK. | CONTRADICTION",
        "A table has only one clustered index. | A table can have several clustered indexes."
            + " | CONTRADICTION",
        "A page fault loads the page from disk into memory."
            + " | A page fault writes the page from memory to disk. | CONTRADICTION",
        "A class can implement several interfaces but extend only one class."
            + " | A class can implement only one interface but extend several classes."
            + " | CONTRADICTION",
        "The map permits one null key. | The map forbids null keys. | CONTRADICTION",
      })
  void seesTheOppositeInEnglish(String keyPoint, String answer, Rule rule) {
    assertThat(rules("What do you know about this?", keyPoint, answer))
        .containsExactly(rule.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS 在 HTTP 和 TCP 之间加入 SSL/TLS 加密 | HTTPS 不加密 | NEGATION",
        "读取时不加锁 | 读取时要加锁 | NEGATION",
        "数据在内存中 | 数据存在磁盘上 | CONTRADICTION",
        "单线程避免了上下文切换和锁 | 它是多线程的 | CONTRADICTION",
        "线程切换比进程切换开销小 | 线程切换比进程切换开销大 | CONTRADICTION",
        "线程切换比进程切换开销小 | 进程切换比线程切换开销小 | CONTRADICTION",
        "默认的 everysec 通常最多丢约 1 秒数据 | everysec 最多丢 10 秒数据 | CONTRADICTION",
        "扩容为原来的两倍 | 扩容为原来的 1.5 倍 | CONTRADICTION",
        "非叶子节点不存储数据，只存储键 | 非叶子节点也存储数据 | NEGATION",
        "它禁止指令重排序 | 它允许指令重排序 | CONTRADICTION",
        "通过证书验证服务器的身份 | 不验证服务器的身份 | NEGATION",
        "不同分区之间不保证顺序 | 不同分区之间的消息也是有序的 | NEGATION",
        "远程调用会超时和部分失败 | 远程调用不会超时、不会部分失败 | NEGATION",
      })
  void seesTheOppositeInChinese(String keyPoint, String answer, Rule rule) {
    assertThat(rules("请谈谈你的理解", keyPoint, answer)).containsExactly(rule.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Threads share the address space of their process."
            + " | Processes do not share their address space.",
        "GET and PUT are idempotent, POST is not. | POST is not idempotent, but GET and PUT are.",
        "Objects that cannot be reached from the roots are garbage."
            + " | Unreachable objects are garbage.",
        "An index makes reads faster. | Without an index reads are not fast.",
        "If the string is longer, the pitch will be lower. | If the string is shorter, the pitch is"
            + " higher.",
        "Switching between threads is cheaper than switching between processes."
            + " | Switching between processes is more expensive than switching between threads.",
        "Black absorbs more heat than white. | Black absorbs heat and white does not absorb heat.",
        "The hands have different sizes. | The hands are not the same size.",
        "It does not only cache reads. | It caches reads and writes.",
        "No, lists are not safe. | No, you have to lock the list.",
        "A node receives data. | The client sends, the server receives data, the node receives it.",
        "The client sends a SYN. | The server answers with SYN-ACK, after the client has sent a SYN.",
        "Clicks need a key so that they do not write twice. | Clicks need a key against double writes.",
        "It does not lock the row. | No lock is taken on the row.",
      })
  void takesOtherWordsForTheSameInEnglish(String keyPoint, String answer) {
    assertThat(rules("What do you know about this?", keyPoint, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS 加密传输 | HTTP 不加密，HTTPS 加密传输",
        "线程切换比进程切换开销小 | 进程切换开销比线程切换大",
        "数据在内存中 | 数据都放在内存里，不用读磁盘",
        "元素不一定是有序的 | 元素可以是无序的",
        "不需要移动元素 | 无需移动元素",
        "无需为元素之间的逻辑关系而增加额外的空间 | 优点是无需为元素之间的逻辑关系增加额外的空间",
        "缺点：各个部分不能共享空间 | 方案一的缺点是各个部分不能共享。方案二的优点：各个部分可以共享空间",
        "它自动释放，另一种需要手动释放 | 另一种要手动释放，它不用",
        "平均 O(n log n)，最坏 O(n²) | 平均 O(n log n)，最坏 O(n^2)",
      })
  void takesOtherWordsForTheSameInChinese(String keyPoint, String answer) {
    assertThat(rules("请谈谈你的理解", keyPoint, answer)).isEmpty();
  }

  @Test
  void hearsWhatIsSaidOfTheOther() {
    String question = "TCP 和 UDP 的区别？";
    assertThat(rules(question, "TCP 面向连接，UDP 无连接", "UDP 面向连接，TCP 无连接"))
        .containsExactly("CONTRADICTION");
    assertThat(rules(question, "TCP 面向连接，UDP 无连接", "UDP 无连接，TCP 面向连接")).isEmpty();
    assertThat(rules("进程和线程的区别？", "同一进程的线程共享内存", "进程之间不共享内存，线程共享")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP 和 HTTPS 有什么区别？ | HTTP 明文传输，HTTPS 加密传输 | HTTP 加密传输，HTTPS 明文传输",
        "HTTP 和 HTTPS 有什么区别？ | HTTPS 通过 TLS 对传输内容加密 | HTTPS 不加密传输，HTTP 才加密",
        "进程和线程的区别？ | 线程是 CPU 调度的基本单位，进程是资源分配的基本单位" + " | 进程是 CPU 调度的基本单位，线程是资源分配的基本单位",
        "GET 和 POST 的区别？ | GET 的参数放在 URL 中，POST 的参数放在请求体中" + " | GET 的参数放在请求体中，POST 的参数放在 URL 中",
        "GET versus POST? | GET is idempotent, POST is not | POST is idempotent, GET is not",
        "What is the difference between HTTP and HTTPS? | HTTP sends data in plain text"
            + " | HTTPS sends data in plain text",
        "Array versus linked list? | An array gives random access in constant time"
            + " | A linked list gives random access in constant time",
      })
  void seesWhatIsExchanged(String question, String keyPoint, String answer) {
    assertThat(rules(question, keyPoint, answer)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "进程和线程的区别？ | 线程是 CPU 调度的基本单位，进程是资源分配的基本单位 | 资源分配的单位是进程，调度的单位是线程",
        "TCP 和 UDP 有什么区别？ | TCP 有拥塞控制，UDP 没有 | TCP 有拥塞控制，UDP 不做拥塞控制",
        "GET versus POST? | GET puts parameters in the URL, POST in the body"
            + " | POST sends its data in the body and GET in the query string of the URL",
        "What does volatile do? | volatile guarantees visibility but not atomicity"
            + " | It makes writes visible to other threads, but does not make i++ atomic",
      })
  void takesAnotherOrderForTheSame(String question, String keyPoint, String answer) {
    assertThat(rules(question, keyPoint, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TCP or UDP? | TCP guarantees ordered, reliable delivery"
            + " | TCP does not guarantee delivery and has no congestion control.",
        "TCP or UDP? | TCP has congestion control"
            + " | TCP does not guarantee delivery and has no congestion control.",
        "你如何处理与同事的冲突？ | 私下沟通，不在团队面前争吵 | 我会在团队面前和他争吵",
      })
  void hearsWhatIsDeniedWithoutItsSubject(String question, String keyPoint, String answer) {
    assertThat(rules(question, keyPoint, answer)).containsExactly("NEGATION");
  }

  @Test
  void takesNoOtherVerbForTheDeniedOne() {
    assertThat(
            rules(
                "How do processes differ from threads?",
                "A process has its own address space and resources",
                "Processes do not share their address space, each has its own."))
        .isEmpty();
  }

  @Test
  void capsTheKeyPointAndLeavesPoints() {
    Scored scored =
        assess(
            "HTTP 和 HTTPS 有什么区别？",
            List.of(
                new KeyPoint("HTTPS 在 HTTP 和 TCP 之间加入 SSL/TLS 加密", 1),
                new KeyPoint("HTTPS 需要证书验证服务器身份", 1)),
            "HTTPS 不加密，但是需要证书来验证服务器的身份");
    assertThat(scored.keyPoints().getFirst().verdict()).isNotEqualTo(Verdict.COVERED);
    assertThat(scored.keyPoints().getFirst().rules()).containsExactly("NEGATION");
    assertThat(scored.keyPoints().getLast().verdict()).isEqualTo(Verdict.COVERED);
    assertThat(scored.score()).isPositive();
    assertThat(scored.rules()).contains(Rule.NEGATION);
  }

  private static List<String> rules(String question, String keyPoint, String answer) {
    return assess(question, List.of(new KeyPoint(keyPoint, 1)), answer)
        .keyPoints()
        .getFirst()
        .rules();
  }

  private static Scored assess(String question, List<KeyPoint> keyPoints, String answer) {
    boolean chinese = question.codePoints().anyMatch(it -> it > 0x4e00);
    Submission submission =
        new Submission(
            question, List.of(), keyPoints, answer, chinese ? Language.CHINESE : Language.ENGLISH);
    Assessment assessment = SCORER.assess(submission);
    assertThat(assessment).isInstanceOf(Scored.class);
    return (Scored) assessment;
  }
}
