package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands around the questions of a list and is none of them: tables of contents, links back
/// to the top, badges, advertising, licence and contributors. Each piece of it has its reason.
final class Chrome {

  private static final Pattern METADATA =
      Pattern.compile("(?:<!--|\\|)\\s*(?:key|id|lang|difficulty|minutes|tags|translation)\\s*:");

  private static final Pattern CONTENTS =
      Pattern.compile(
          "^(?:table of contents?|contents?|toc|目录|目次|内容目录|本文目录)$", Pattern.CASE_INSENSITIVE);

  /// Subjects of questions too: they are contents only with links into the file below them.
  private static final Pattern INDEX = Pattern.compile("^(?:index|导航)$", Pattern.CASE_INSENSITIVE);

  private static final String LIST = "(?:repo(?:sitory)?|project|list|guide|collection|document)";

  /// Speaks of the list itself, be it in a question.
  private static final Pattern ABOUT =
      Pattern.compile(
          "^(?:(?:what|who)(?: is|'s) this (?:for|about|"
              + LIST
              + ")\\b.{0,30}|(?:why|how to use|how (?:do i|can i|should i) use|how to contribute to|about|contribut\\w+ to) (?:this|the) "
              + LIST
              + "\\b.{0,30}|(?:how to use this|how to contribute|how (?:can|do|should) (?:i|you|we) contribute(?: to this .{0,20})?)"
              + "|(?:这是什么|(?:为什么|如何|怎么)(?:要|有|做|使用)?(?:这个|本)(?:仓库|项目|列表|题库)).{0,10})[:：!！。.?？]*$",
          Pattern.CASE_INSENSITIVE);

  /// All that a heading says.
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:contribut(?:e|ing|ors?|ions?)(?: guid(?:e|elines?)| rules)?|licen[cs]e|copyright(?: notice)?|acknowledge?ments?|credits?"
              + "|(?:other |additional |further |more |useful |related )?(?:resources?|references?|links?|readings?|projects?)"
              + "|about(?: (?:me|us|this|the authors?))?|authors?|maintainers?|translations?|sponsors?|support(?: us)?|donat(?:e|ions?)"
              + "|(?:expected |basic )?usage|how to use|preface|foreword|disclaimer|final notes?|change ?log|stargazers(?: over time)?|star history"
              + "|contacts?(?: (?:me|us|info(?:rmation)?|details))?|follow (?:me|us)(?: (?:on|at) .{1,20})?"
              + "|前言|序言?|说明|写在前面(?:的话)?|参考|参考(?:文献|资料|链接|文章|文档)|相关(?:链接|资料|文章)|许可证?|版权(?:所有|声明|说明|信息)?|贡献(?:者|指南)?|参与(?:贡献|协作)|关于(?:我|我们|作者|本项目|本仓库|项目)?"
              + "|鸣谢|致谢|联系(?:我|方式|我们)?|公众号|赞助|捐赠|打赏|更新(?:日志|记录|说明)?|免责声明|最后|结语|总结|写在最后|后记|其他资料|推荐阅读|协议|友情链接)[:：!！。.]*$",
          Pattern.CASE_INSENSITIVE);

  /// Invites the reader to something; the words alone may be what a question is about.
  private static final Pattern INVITES =
      Pattern.compile(
          "关注我|(?:扫码|扫一扫|扫描|扫下).{0,8}(?:二维码|关注|加群|进群|入群|加入|领取|添加|下载|获取)|(?:关注|订阅|搜索).{0,6}公众号|公众号\\s*[:：「『【“\"]"
              + "|(?:加入|欢迎加|欢迎进).{0,8}(?:群|星球)|(?:交流|微信|QQ)\\s?群\\s*[:：]|知识星球\\s*[:：「『【“\"]|^直接下载|下载链接(?:[:：]|$)"
              + "|点个\\s*star|点击(?:下载|领取|获取)|免费领取|(?:领取|更多).{0,8}(?:面试资料|面试题)|更多.{0,8}(?:请关注|请访问)|查看更多.{0,12}(?:题|面试)|可以(?:把|将)?.{0,6}(?:发送|投稿)"
              + "|subscribe (?:to (?:my|our|this)|now|here|today)|\\b(?:my|our) newsletter|follow (?:me|us)\\b|join (?:our|us|my|now)\\b"
              + "|sign up (?:for|now|here|today)|sponsored by|sponsor (?:this|me|us)\\b|buy me|discount code|\\d\\s?% (?:off|discount)|give (?:it |us )?a star"
              + "|star this repo|pull requests? (?:are )?welcome|you can also find all|patreon\\.com|enroll (?:now|here|today|in (?:my|our))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INVITATION =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(?:(?:我的|个人|作者|技术|欢迎|学习)?(?:微信)?(?:公众号|微信群|交流群|知识星球)|加群|扫码|加群方式|(?:更多)?面试资料"
              + "|(?:weekly |free )?newsletter|subscribe|sponsors?|patreon|sign up|enroll)[^\\p{L}\\p{N}]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCES = Pattern.compile("[?？!！。]++(?=.*\\S)");
  private static final Pattern BACK =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(?:back to (?:top|contents?|toc|index)|go to top|return to top|top|回到(?:顶部|目录)|返回(?:顶部|目录)|回顶部|回目录)[^\\p{L}\\p{N}]*$",
          Pattern.CASE_INSENSITIVE);

  /// A page above the list, or the one that leads to all.
  private static final Pattern UP =
      Pattern.compile("(?:\\.\\./)++[^#]*+|(?:\\./)?readme\\.md", Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private static final Reason BACK_LINK = Reason.of("ignored.back-link");
  private static final Reason ADVERT = Reason.of("ignored.advertising");

  private final List<Piece> pieces;
  private final @Nullable Reason[] reasons;

  private Chrome(List<Piece> pieces) {
    this.pieces = pieces;
    this.reasons = new Reason[pieces.size()];
  }

  /// By index of the piece: why it is chrome; null when it is not.
  static List<@Nullable Reason> of(List<Piece> pieces) {
    Chrome chrome = new Chrome(pieces);
    chrome.single();
    Contents.in(pieces, chrome.reasons);
    chrome.headingsOfNothingElse();
    return new ArrayList<@Nullable Reason>(Arrays.asList(chrome.reasons));
  }

  /// Whether a text only introduces what stands around, such as `Useful resources:`.
  static boolean isAround(String text) {
    return text.length() < 60
        && (AROUND.matcher(text.strip()).matches() || ABOUT.matcher(text.strip()).matches());
  }

  private void single() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      reasons[i] =
          switch (piece.kind()) {
            case COMMENT ->
                METADATA.matcher(piece.markdown()).find() ? null : Reason.of("ignored.comment");
            case RULE -> Reason.of("ignored.rule");
            case HEADING, BULLET, NUMBER, TEXT, SUMMARY -> said(piece);
            case ROW -> row(piece);
            case HTML, CODE -> null;
          };
    }
  }

  /// A row that leads into the file repeats what stands there.
  private static @Nullable Reason row(Piece row) {
    return row.markdown().indexOf('#') >= 0
            && Table.cells(row).stream().map(Inline::of).anyMatch(Chrome::pointsInside)
        ? Contents.REASON
        : null;
  }

  private static boolean pointsInside(Inline cell) {
    return !cell.links().isEmpty()
        && !LETTER.matcher(cell.unlinked()).find()
        && cell.links().stream().allMatch(link -> link.startsWith("#"));
  }

  private @Nullable Reason said(Piece piece) {
    Said said = piece.said();
    String text = said.text();
    if (BACK.matcher(Wording.start(text)).matches()) {
      return BACK_LINK;
    }
    if (piece.is(Piece.Kind.HEADING) && said.onlyLinks() && leadsUp(said)) {
      return BACK_LINK;
    }
    if (piece.is(Piece.Kind.SUMMARY)) {
      return CONTENTS.matcher(Wording.start(text)).matches() ? Contents.REASON : null;
    }
    if (!Said.hasWords(text) && said.pictures() > 0 && !said.links().isEmpty()) {
      return Reason.of("ignored.badge");
    }
    boolean may = piece.is(Piece.Kind.HEADING) || !said.links().isEmpty();
    return may && text.length() < 300 && invites(text) ? ADVERT : null;
  }

  private static boolean leadsUp(Said said) {
    return !Wording.asks(said.text())
        && said.links().stream().allMatch(link -> UP.matcher(link).matches());
  }

  /// Asks nothing in the sentence that invites.
  private static boolean invites(String text) {
    if (INVITATION.matcher(text).matches()) {
      return true;
    }
    if (Wording.asksPlainly(text.replaceAll("[(（].*", ""))) {
      return false;
    }
    return SENTENCES
        .splitAsStream(text)
        .anyMatch(it -> INVITES.matcher(it).find() && !Wording.asks(it));
  }

  /// Comments and rules are no content.
  private static boolean mayHold(Piece piece) {
    return switch (piece.kind()) {
      case RULE, SUMMARY, COMMENT -> false;
      case HEADING, BULLET, NUMBER, TEXT, CODE, ROW, HTML -> true;
    };
  }

  /// A heading that calls itself contents or licence, or below which only contents stand.
  private void headingsOfNothingElse() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece heading = pieces.get(i);
      if (!heading.is(Piece.Kind.HEADING) || heading.lists() > 0) {
        continue;
      }
      int end = i + 1;
      boolean all = true;
      int held = 0;
      while (end < pieces.size() && !pieces.get(end).is(Piece.Kind.HEADING)) {
        if (mayHold(pieces.get(end))) {
          all &= reasons[end] == Contents.REASON || reasons[end] == BACK_LINK;
          held += reasons[end] == Contents.REASON ? 1 : 0;
        }
        end++;
      }
      String text = Wording.start(heading.said().text()).strip().replaceFirst("[:：]$", "");
      if (held > 0 && (all && !Wording.asksPlainly(text) || INDEX.matcher(text).matches())
          || CONTENTS.matcher(text).matches()) {
        reasons[i] = Contents.REASON;
      } else if (isAround(text)) {
        reasons[i] = Reason.of("ignored.around", heading.said().text());
      }
    }
  }
}
