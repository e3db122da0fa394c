using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// The words that make a question of a text (哪一年, 是谁, 多少). An answer does not have them, and they are rare in articles, so they would
/// count for much.
/// </summary>
internal static class QuestionWords
{
    private const char Gap = '，';

    /// <summary>Folded, the longer ones before those that they begin with.</summary>
    private static readonly string[] Words =
    [
        "为什么", "是什么", "什么样", "什么时候", "什么", "哪一个", "哪一年", "哪一位", "哪一种", "哪一些", "哪些", "哪个", "哪里", "哪儿", "哪位", "哪年", "哪种", "哪一", "哪",
        "是谁", "谁", "多少", "多大", "多长", "多高", "多久", "多远", "怎么样", "怎么", "怎样", "如何", "为何", "何时", "何地", "何处", "何人", "何种", "何年", "何者", "何事", "何物",
        "第几", "几个", "几年", "几次", "几名", "几位", "几月", "几日", "几人", "几种", "几岁", "几届", "几座", "几天", "几家", "几条", "几所", "是否", "请问", "吗", "呢",
    ];

    /// <summary>Returns a text with gaps in the place of its question words; the text as it is when nothing else would be left.</summary>
    public static string Remove(string text)
    {
        string folded = CharacterFold.Fold(text);
        char[] rest = text.ToCharArray();
        for (int at = 0; at < text.Length; at++)
        {
            foreach (string word in Words)
            {
                if (string.CompareOrdinal(folded, at, word, 0, word.Length) == 0)
                {
                    rest.AsSpan(at, word.Length).Fill(Gap);
                    at += word.Length - 1;
                    break;
                }
            }
        }

        return Array.Exists(rest, char.IsLetterOrDigit) ? new string(rest) : text;
    }
}
