package dev.mockingbird.search.bank.door;

import java.util.Set;
import java.util.stream.Collectors;

/// Whether a text reads like one: of what is not ASCII in it, enough is what every text is full of.
/// Bytes read in the wrong encoding give rare characters in equal shares.
final class Familiar {

  private static final Set<Integer> CHARACTERS =
      ("的一是不了在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
              + "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
              + "还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变"
              + "条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老"
              + "头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门"
              + "即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带"
              + "何哪如何请述谈举例优缺区别线程进程锁缓存数据库索引事务内存网络协议接口函数对象类型异步同步并发服务端客户"
              + "參考答案為這們個來時會對說國發後過學經進還點當應關數開與問題無實現種類線動體機從業見長"
              + "，。、；：？！（）“”《》【】")
          .codePoints()
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  /// Letters, quotation marks and dashes of western European texts.
  private static final String WESTERN =
      "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ‘’“”–—…•«»°§€£©®·´¿¡\u00a0";

  private static final int WESTERN_SHARE = 4;
  private static final int MEASURED = 100_000;

  private Familiar() {}

  static boolean reads(String text) {
    long[] counts = new long[2];
    text.codePoints()
        .filter(c -> c > 0x7f)
        .limit(MEASURED)
        .forEach(
            c -> {
              counts[0]++;
              counts[1] += CHARACTERS.contains(c) ? 1 : 0;
            });
    return counts[1] * 10 >= counts[0] * 3;
  }

  /// Single accented letters among ASCII ones, and none of the signs that nobody writes.
  static boolean readsWestern(String text) {
    long foreign = text.chars().filter(c -> c > 0x7f).limit(MEASURED).count();
    long known =
        text.chars()
            .filter(c -> c > 0x7f)
            .limit(MEASURED)
            .filter(c -> WESTERN.indexOf(c) >= 0)
            .count();
    return foreign * WESTERN_SHARE <= Math.min(text.length(), MEASURED)
        && known * 10 >= foreign * 9;
  }
}
