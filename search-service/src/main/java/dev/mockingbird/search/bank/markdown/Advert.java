package dev.mockingbird.search.bank.markdown;

import java.util.regex.Pattern;

/// The headings of a job advert, told by all of their words.
final class Advert {

  private static final Pattern DEMANDS =
      Pattern.compile(
          "^(?:(?:职位|岗位|工作|主要|你的)(?:职责|要求|描述|内容|条件)|职责|(?:任职|应聘|招聘)(?:要求|资格|条件)"
              + "|(?:key |main |your |job |the )?(?:responsibilities|duties)|(?:job |basic |minimum |preferred |required )?(?:requirements|qualifications)"
              + "|what you(?:'|’)?(?:ll| will) (?:do|need|bring)|what we(?:'|’)?(?:re| are) looking for|must[- ]haves?)[:：]?$",
          Pattern.CASE_INSENSITIVE);

  /// Also what a list calls its hardest questions, or a subject.
  private static final Pattern BONUS =
      Pattern.compile(
          "^(?:(?:额外)?加分(?:项|条件)?|优先条件|nice[- ]to[- ]haves?|bonus(?: points)?|pluses|skills|技能(?:要求)?)[:：]?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BENEFITS =
      Pattern.compile(
          "^(?:(?:公司|员工)?福利(?:待遇)?|薪资(?:待遇|福利|范围)?|待遇|我们提供|你将获得|工作地点"
              + "|benefits|perks|(?:benefits|perks) (?:and|&) (?:benefits|perks)|(?:what )?we offer|compensation|salary|location)[:：]?$",
          Pattern.CASE_INSENSITIVE);

  private Advert() {}

  static boolean demands(String heading) {
    return DEMANDS.matcher(heading.strip()).matches();
  }

  /// Only beside demands.
  static boolean wishes(String heading) {
    return BONUS.matcher(heading.strip()).matches();
  }

  /// Only beside demands.
  static boolean offers(String heading) {
    return BENEFITS.matcher(heading.strip()).matches();
  }
}
