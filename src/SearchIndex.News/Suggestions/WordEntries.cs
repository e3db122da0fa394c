using System.Text;
using SearchIndex.Engine.Analysis.Bigrams;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Index;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// The words of two to six Han characters that some articles have. Titles have what articles are about; a word that only bodies have must be more
/// frequent to be taken. Words of letters are taken from the titles.
/// </summary>
internal static class WordEntries
{
    private const int MinArticles = 2;
    private const int MinArticlesOfBodyWord = 4;
    private const int MinLength = 2;
    private const int MaxHan = 6;
    private const int MaxLetters = 20;
    private const int MaxWords = 50_000;

    /// <summary>Adds the entries.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void AddTo(EntrySet entries, DirectoryReader reader, CancellationToken cancellation)
    {
        Add(
            entries,
            TermsOf(reader, ArticleSchema.TitleWords, IsHanWord, minArticles: 1, cancellation),
            TermsOf(reader, ArticleSchema.BodyWords, IsHanWord, MinArticles, cancellation));
        Dictionary<string, int> letterWords = TermsOf(reader, ArticleSchema.Title, IsLetterWord, minArticles: 1, cancellation);
        Add(entries, letterWords, CountIn(reader, ArticleSchema.Body, letterWords, cancellation));
    }

    private static void Add(EntrySet entries, Dictionary<string, int> titles, Dictionary<string, int> bodies)
    {
        IEnumerable<SuggestionEntry> words = titles.Keys.Union(bodies.Keys)
            .Select(word => (Word: word, Titles: titles.GetValueOrDefault(word), Bodies: bodies.GetValueOrDefault(word)))
            .Where(word => Math.Max(word.Titles, word.Bodies) >= (word.Titles > 0 ? MinArticles : MinArticlesOfBodyWord))
            .Select(word => new SuggestionEntry(word.Word, SuggestionKind.Word, Math.Max(word.Titles, word.Bodies), word.Titles))
            .OrderByDescending(word => word.Weight)
            .Take(MaxWords);
        foreach (SuggestionEntry word in words)
        {
            entries.Add(word);
        }
    }

    private static Dictionary<string, int> TermsOf(
        DirectoryReader reader, string field, Func<string, bool> isWanted, int minArticles, CancellationToken cancellation)
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

        foreach (string rare in counts.Where(word => word.Value < minArticles).Select(word => word.Key).ToArray())
        {
            counts.Remove(rare);
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
