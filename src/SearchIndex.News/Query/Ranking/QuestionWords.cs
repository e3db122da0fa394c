using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Query.Ranking;

/// <summary>
/// The words that make a question of a text (哪一年, 是谁, 多少). An answer does not have them, and they are rare in articles, so they would
/// count for much.
/// </summary>
internal static class QuestionWords
{
    /// <summary>Stands where a question word stood, so that what was on either side of it does not come together.</summary>
    public const char Gap = '，';

    /// <summary>Goes with the question word behind it: 是谁, 在哪里, 讨论了什么.</summary>
    private const string Leads = "是在有由为被从到和与跟对向给于了过";

    /// <summary>Goes with the question word before it: 谁是, 谁的, 怎么了.</summary>
    private const string Followers = "是的了在";

    /// <summary>Characters that say nothing by themselves, beside those that hold sentences together: 你是谁 asks for itself.</summary>
    private const string Pronouns = "我你您他她它们";

    /// <summary>Have the 多 behind them for themselves: 更多高铁, 最多大约.</summary>
    private const string Degrees = "更最很太";

    /// <summary>Folded, the longer ones before those that they begin with.</summary>
    private static readonly string[] Words =
    [
        "为什么", "什么样子", "什么样", "什么时候", "什么时间", "什么地方", "什么意思", "什么",
        "是什么样子", "是什么样", "是什么时候", "是什么时间", "是什么地方", "是什么意思", "是什么",
        "哪一个", "哪一年", "哪一位", "哪一种", "哪一些", "哪些", "哪个", "哪里", "哪儿", "哪边", "哪位", "哪年", "哪种", "哪国人", "哪国", "哪天", "哪家", "哪届", "哪一", "哪",
        "是谁", "谁", "多少", "多大", "多长时间", "多长", "多高", "多久", "多远", "怎么回事", "怎么样", "怎么办", "怎么", "怎样", "为啥", "啥", "咋",
        "如何", "为何", "缘何", "何时", "何地", "何处", "何人", "何种", "何年", "何者", "何事", "何物", "有何",
        "第几", "几个", "几年", "几次", "几名", "几位", "几月", "几日", "几人", "几种", "几岁", "几届", "几座", "几天", "几家", "几条", "几所", "几点", "几时", "几号",
        "是否", "能否", "可否", "会否", "有没有", "是不是", "会不会", "能不能", "可不可以", "请问", "请告诉我", "告诉我", "我想知道", "吗", "呢",
    ];

    /// <summary>Folded names that the lexicon lacks and that begin with a question word.</summary>
    private static readonly string[] Names = [CharacterFold.Fold("哪吒")];

    /// <summary>Tells whether a text is a question word and nothing else, punctuation apart.</summary>
    public static bool Is(string text) => Words.Contains(Folded(string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit))));

    /// <summary>
    /// Returns a text with gaps in the place of its question words, <c>Asked</c>, and one that has gaps also for what ties them to the others (是 in
    /// 是谁), <c>Subject</c>: that is worth nothing as a piece that must be there, but something in the ranking, since an article on a subject may begin with it
    /// and 是. Where nothing would be left that says something, the text as it is. Part of a longer word is no question word: 任何人, 多伦多大学.
    /// </summary>
    public static (string Asked, string Subject) Remove(string text)
    {
        string folded = Folded(text);
        if (!Array.Exists(Words, word => folded.Contains(word, StringComparison.Ordinal)))
        {
            return (text, text); // Cutting at words takes the lexicon.
        }

        bool[] cuts = CutsOf(text);
        return (Without(text, folded, cuts, withLinks: false), Without(text, folded, cuts, withLinks: true));
    }

    private static string Without(string text, string folded, bool[] cuts, bool withLinks)
    {
        char[] rest = text.ToCharArray();
        for (int at = 0; at < text.Length;)
        {
            int length = LengthAt(folded, at, cuts);
            if (length == 0)
            {
                at++;
                continue;
            }

            int start = withLinks ? StartWithLeads(folded, at, cuts) : at;
            int end = withLinks ? EndWithFollowers(folded, at + length, cuts) : at + length;
            rest.AsSpan(start, end - start).Fill(Gap);
            at = end;
        }

        var left = new string(rest);
        return SaysSomething(left) ? left : text;
    }

    private static string Folded(string text) => CharacterFold.Fold(text).Replace("甚么", "什么", StringComparison.Ordinal);

    /// <summary>Returns the length of the question word at a place; 0 when there is none.</summary>
    private static int LengthAt(string folded, int at, bool[] cuts)
    {
        bool isOfDegree = at > 0 && folded[at] == '多' && Degrees.Contains(folded[at - 1], StringComparison.Ordinal);
        if (!cuts[at] || isOfDegree || Array.Exists(Names, name => StartsAt(name)))
        {
            return 0;
        }

        return Array.Find(Words, word => StartsAt(word) && cuts[at + word.Length])?.Length ?? 0;

        bool StartsAt(string word) => string.CompareOrdinal(folded, at, word, 0, word.Length) == 0;
    }

    private static int StartWithLeads(string folded, int at, bool[] cuts)
    {
        while (at > 0 && cuts[at - 1] && Leads.Contains(folded[at - 1], StringComparison.Ordinal))
        {
            at--;
        }

        return at;
    }

    private static int EndWithFollowers(string folded, int at, bool[] cuts)
    {
        while (at < folded.Length && cuts[at + 1] && Followers.Contains(folded[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <summary>Tells of each place in a text whether a word of the lexicon begins or ends there.</summary>
    private static bool[] CutsOf(string text)
    {
        bool[] cuts = new bool[text.Length + 1];
        TokenStream words = ArticleSchema.WordAnalyzer.CreateTokenStream(ArticleSchema.BodyWords);
        words.Reset(text.AsMemory());
        while (words.IncrementToken())
        {
            (cuts[words.StartOffset], cuts[words.EndOffset]) = (true, true);
        }

        return cuts;
    }

    private static bool SaysSomething(string text)
    {
        foreach (Rune rune in CharacterFold.Fold(text).EnumerateRunes())
        {
            bool isFunction = rune.IsBmp && (Question.IsFunction((char)rune.Value) || Pronouns.Contains((char)rune.Value, StringComparison.Ordinal));
            if (Rune.IsLetterOrDigit(rune) && !isFunction)
            {
                return true;
            }
        }

        return false;
    }
}
