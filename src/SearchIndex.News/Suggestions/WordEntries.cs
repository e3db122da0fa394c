using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// The words of two to four Han characters that stand in titles and in two articles or more. Titles have what articles are about; words that
/// only bodies have are of little use as a query. Words of letters are taken from the titles as well.
/// </summary>
internal static class WordEntries
{
    private const int MinArticles = 2;
    private const int MinLength = 2;
    private const int MaxHan = 4;
    private const int MaxLetters = 20;
    private const int MaxWords = 50_000;

    /// <summary>Adds the entries.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void AddTo(EntrySet entries, DirectoryReader reader, CancellationToken cancellation)
    {
        AddFrom(entries, reader, ArticleSchema.TitleWords, ArticleSchema.BodyWords, IsHanWord, cancellation);
        AddFrom(entries, reader, ArticleSchema.Title, ArticleSchema.Body, IsLetterWord, cancellation);
    }

    private static void AddFrom(
        EntrySet entries, DirectoryReader reader, string titleField, string bodyField, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        Dictionary<string, int> titles = TermsOf(reader, titleField, isWanted, cancellation);
        Dictionary<string, int> bodies = CountIn(reader, bodyField, titles, cancellation);
        IEnumerable<SuggestionEntry> words = titles
            .Select(word => (Word: word.Key, Articles: Math.Max(word.Value, bodies.GetValueOrDefault(word.Key)), Titles: word.Value))
            .Where(word => word.Articles >= MinArticles)
            .Select(word => new SuggestionEntry(word.Word, SuggestionKind.Word, word.Articles, word.Titles))
            .OrderByDescending(word => word.Weight)
            .Take(MaxWords);
        foreach (SuggestionEntry word in words)
        {
            entries.Add(word);
        }
    }

    private static Dictionary<string, int> TermsOf(DirectoryReader reader, string field, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            TermsEnum? terms = leaf.Reader.Terms(field)?.Iterator();
            while (terms is not null && terms.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                string word = Encoding.UTF8.GetString(terms.Term);
                if (isWanted(word))
                {
                    counts[word] = counts.GetValueOrDefault(word) + terms.DocFreq;
                }
            }
        }

        return counts;
    }

    private static Dictionary<string, int> CountIn(
        DirectoryReader reader, string field, Dictionary<string, int> words, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(field)?.Iterator() is not { } terms)
            {
                continue;
            }

            foreach (string word in words.Keys)
            {
                cancellation.ThrowIfCancellationRequested();
                if (terms.SeekExact(Encoding.UTF8.GetBytes(word)))
                {
                    counts[word] = counts.GetValueOrDefault(word) + terms.DocFreq;
                }
            }
        }

        return counts;
    }

    private static bool IsHanWord(string word) =>
        word.Length is >= MinLength and <= MaxHan && word.EnumerateRunes().All(HanText.IsHan);

    /// <summary>Words of letters and digits; numbers alone are none.</summary>
    private static bool IsLetterWord(string word) =>
        word.Length is >= MinLength and <= MaxLetters && word.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(word[0]);
}
