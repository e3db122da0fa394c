using System.Buffers;
using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Query.Ranking;

/// <summary>Finds in texts what they have of a question, in one way through each. For any number of threads.</summary>
/// <param name="question">The question.</param>
/// <param name="closenessWindow">The UTF-16 units within which characters stand together.</param>
/// <param name="passageWindow">The UTF-16 units of a passage.</param>
internal sealed class EvidenceReader(Question question, int closenessWindow, int passageWindow)
{
    private const int LongestSubject = 20;
    private const int ShortestSubject = 2;

    private readonly float[] _ones = [0, .. Enumerable.Repeat(1f, question.Characters)];

    /// <summary>Reads the title and the body of an article.</summary>
    public Evidence In(DirectoryReader reader, int doc)
    {
        var texts = new TextVisitor(this);
        reader.VisitDocument(doc, texts);
        return texts.Found with { WordRarity = question.RarityOfWords(texts.Found.Words) };
    }

    /// <summary>Reads a text.</summary>
    public Evidence In(ReadOnlySpan<char> text)
    {
        char[] folded = ArrayPool<char>.Shared.Rent(text.Length);
        byte[] numbers = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            CharacterFold.Fold(text, folded);
            return In(folded.AsSpan(0, text.Length), numbers.AsSpan(0, text.Length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
            ArrayPool<byte>.Shared.Return(numbers);
        }
    }

    private Evidence In(ReadOnlySpan<char> text, Span<byte> numbers)
    {
        var closeness = new CharacterWindow(_ones, closenessWindow);
        var passage = new CharacterWindow(question.CharacterRarities, passageWindow);
        for (int at = 0; at < text.Length; at++)
        {
            numbers[at] = (byte)question.NumberOf(text[at]);
            closeness.Move(numbers, at);
            passage.Move(numbers, at);
        }

        return new Evidence((int)closeness.Most, passage.Most, BestSentence(text, numbers), SubjectOf(text), WordsIn(text), text.Length, question.Characters);
    }

    private float BestSentence(ReadOnlySpan<char> text, ReadOnlySpan<byte> numbers)
    {
        int[] seenIn = new int[question.PairRarities.Length];
        float best = 0, worth = 0;
        int sentence = 1;
        for (int at = 1; at < text.Length; at++)
        {
            if (EndsSentence(text[at]))
            {
                sentence++;
                worth = 0;
            }
            else if (numbers[at] > 0 && numbers[at - 1] > 0)
            {
                int pair = question.PairOf(numbers[at - 1], numbers[at]);
                if (pair > 0 && seenIn[pair] != sentence)
                {
                    seenIn[pair] = sentence;
                    worth += question.PairRarities[pair];
                    best = Math.Max(best, worth);
                }
            }
        }

        return best;
    }

    /// <summary>Texts begin with what they are about: 林芳正4月1日抵达北京. Signs before it do not count.</summary>
    private int SubjectOf(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        ReadOnlySpan<char> rest = text[start..];
        int length = 0;
        while (length < LongestSubject
            && length < rest.Length
            && (char.IsLetterOrDigit(rest[length]) || rest[length] == '·')
            && question.Has(rest[..(length + 1)]))
        {
            length++;
        }

        return length < ShortestSubject ? 0 : length;
    }

    private ulong WordsIn(ReadOnlySpan<char> text)
    {
        ulong found = 0;
        for (int at = 0; question.HasWords && at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && IsOfWord(text[at]))
            {
                at++;
            }

            int word = at > start ? question.WordOf(text[start..at]) : -1;
            found |= word < 0 ? 0 : 1UL << word;
        }

        return found;
    }

    private static bool IsOfWord(char unit) => char.IsAsciiLetterOrDigit(unit) || (unit > '\u007F' && char.IsLetterOrDigit(unit) && !HanText.StartsWithHan([unit]));

    private static bool EndsSentence(char unit) => unit is '。' or '！' or '？' or '；' or '!' or '?' or ';' or '\n';

    private sealed class TextVisitor(EvidenceReader evidence) : StoredFieldVisitor
    {
        public Evidence Found { get; private set; }

        public override bool Needs(FieldInfo field) => field.Name is ArticleSchema.Title or ArticleSchema.Body;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) =>
            Found = Found.With(evidence.In(Encoding.UTF8.GetString(utf8)));
    }
}
