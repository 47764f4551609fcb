package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences that speak to whoever grades instead of answering.
final class Instructions {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?iu)\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|prompts?|rules?|rubric"
              + "|criteria|guidelines?|reference|key points|everything (?:above|before))\\b"
              + "|\\b(?:give|award|assign|grant|rate|mark|score|grade)\\b.{0,50}\\b(?:full|maximum|max|top|highest|perfect"
              + "|100|10/10|5/5)\\b"
              + "|\\b(?:give|award|assign|grant|deserves?|get|want)\\b.{0,30}\\ban? a\\+"
              + "|\\b(?:full (?:marks?|score|credit|points)|maximum (?:marks?|score|points)|perfect score|top (?:marks|score|grade)|highest (?:marks?|score|grade))\\b"
              + "|\\b(?:dear|attention|note to|hey|hello)\\b.{0,20}\\b(?:grader|marker|examiner|evaluator|scorer|ai|assistant)\\b"
              + "|\\bas (?:an?|the) (?:ai|grader|evaluator|language model|scorer)\\b"
              + "|\\byou are (?:now )?(?:an?|the) (?:ai|grader|evaluator|helpful|assistant|language model|scorer|generous)\\b"
              + "|\\bthis (?:answer|response) (?:is|should be|must be|deserves|covers|has been)\\b.{0,40}\\b(?:correct|perfect|complete"
              + "|excellent|verified|approved|full|all (?:the )?key points|100)\\b"
              + "|\\b(?:all|every) key points?\\b.{0,30}\\b(?:are|is|as|were) (?:fully |completely )?(?:covered|correct|met)\\b"
              + "|\\bmark(?:ed)? (?:it|this|everything|all)?.{0,20}\\b(?:as )?(?:correct|covered)\\b"
              + "|\\b(?:respond|reply|output|return|print)\\b.{0,30}\\b(?:score|100|correct|json|verdict)\\b"
              + "|\"?(?:score|grade|verdict)\"?\\s*[:=]\\s*\"?(?:100|10|5|full|covered|correct|a\\+(?!\\w))"
              + "|^\\W*(?:system|assistant|developer)\\s*(?:prompt|message)?\\s*[:>\\]]|<\\|?/?(?:system|im_start|im_end|inst)\\b|\\[/?INST]");

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:忽略|无视|忘记|忘掉|不要理会|跳过|覆盖).{0,12}(?:指令|指示|提示|要求|规则|标准|内容|说明|参考答案|评分)"
              + "|(?:给|打|评|判|记|请|应|得|获|授予).{0,12}(?:满分|最高分|高分|一百分|100\\s*分|10\\s*分|全分)"
              + "|(?:满分|最高分|100\\s*分)(?:答案|回答|作答|即可|吧|谢谢)"
              + "|(?:阅卷|评分|打分|批改|判卷)(?:老师|者|人|员|系统|模型|程序|助手|AI|ai)?.{0,6}(?:您好|你好|请|注意|须知|：|:)"
              + "|你(?:现在)?是(?:一[个名位])?.{0,10}(?:评分|阅卷|打分|助手|AI|人工智能|模型|老师|考官)"
              + "|(?:本|此|该|这[个份]?|以上|上述|我的)(?:回答|答案|作答).{0,12}(?:完全正确|全部正确|正确无误|完美|满分|已(?:经)?(?:通过|核实|验证|覆盖)|涵盖了?所有)"
              + "|(?:所有|全部)(?:要点|得分点|关键点|知识点).{0,8}(?:已|都|均|视为|判为)"
              + "|(?:输出|返回|回复|打印).{0,10}(?:分数|得分|满分|100\\s*分)"
              + "|(?:判定|判断|标记|视为|认定).{0,8}(?:为)?(?:正确|满分|已覆盖|全对)"
              + "|^\\W*(?:系统|管理员)(?:提示|指令|消息|通知)?\\s*[：:】\\]]");

  private Instructions() {}

  static boolean in(String sentence) {
    return ENGLISH.matcher(sentence).find() || CHINESE.matcher(sentence).find();
  }

  /// What stands before and behind them: whoever ends no sentence writes an answer and an
  /// instruction in one.
  static List<Sentence> around(Sentence sentence, String text) {
    String said = sentence.in(text);
    int from = said.length();
    int to = 0;
    for (Pattern pattern : List.of(ENGLISH, CHINESE)) {
      Matcher matcher = pattern.matcher(said);
      while (matcher.find()) {
        from = Math.min(from, matcher.start());
        to = Math.max(to, matcher.end());
      }
    }
    return List.of(
        new Sentence(sentence.from(), sentence.from() + from),
        new Sentence(sentence.from() + Math.max(from, to), sentence.to()));
  }
}
