using System.Text;
using SearchIndex.Engine.Analysis;
using SearchIndex.Engine.Analysis.Folding;

namespace SearchIndex.News.Suggestions;

/// <summary>
/// Finds names that the lexicon does not know: the segmenter leaves them as single characters (拜|登, 林|郑|月|娥). Of the runs of such characters in
/// titles and leads, those pieces are names that come several times, whose characters belong together, and that do not mostly go on the same way.
/// </summary>
internal sealed class UnknownRuns
{
    private const int MinLength = 2;
    private const int MaxLength = 6;

    /// <summary>The share of a piece that may go on with the same character before the longer one is the name.</summary>
    private const double MaxGoesOn = 0.6;

    /// <summary>The share that one of the two pieces within must have in the whole: a character that hardly stands elsewhere.</summary>
    private const double MinBound = 0.5;

    /// <summary>The share that the other must have; what is less stands before or behind the name by chance.</summary>
    private const double MinLoose = 0.1;

    private readonly Dictionary<string, int> _runs = new(StringComparer.Ordinal);
    private readonly TokenStream _words = ArticleSchema.WordAnalyzer.CreateTokenStream(ArticleSchema.TitleWords);

    /// <summary>Looks through a title or a lead.</summary>
    public void Add(string text)
    {
        var run = new StringBuilder();
        int end = -1;
        _words.Reset(text.AsMemory());
        while (_words.IncrementToken())
        {
            bool isSingle = _words.EndOffset == _words.StartOffset + 1 && CharacterFold.Fold(text[_words.StartOffset]) is >= '\u4E00' and <= '\u9FFF';
            if (!isSingle || _words.StartOffset != end)
            {
                Keep(run);
            }

            if (isSingle)
            {
                run.Append(CharacterFold.Fold(text[_words.StartOffset]));
                end = _words.EndOffset;
            }
        }

        Keep(run);
    }

    /// <summary>Takes what stands in other texts as well.</summary>
    public void Add(UnknownRuns other)
    {
        foreach ((string run, int count) in other._runs)
        {
            Add(run, count);
        }
    }

    /// <summary>Returns the names that come at least so often.</summary>
    public IEnumerable<string> Names(int minCount)
    {
        Dictionary<string, int> pieces = CountPieces();
        var goesOn = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string piece, int count) in pieces.Where(piece => piece.Key.Length > MinLength))
        {
            RaiseTo(goesOn, piece[..^1], count);
            RaiseTo(goesOn, piece[1..], count);
        }

        return pieces
            .Where(piece => piece.Key.Length is >= MinLength and <= MaxLength && piece.Value >= minCount)
            .Where(piece => goesOn.GetValueOrDefault(piece.Key) < MaxGoesOn * piece.Value && BelongsTogether(piece.Key, piece.Value, pieces))
            .Select(piece => piece.Key);
    }

    private static void RaiseTo(Dictionary<string, int> counts, string piece, int count) =>
        counts[piece] = Math.Max(count, counts.GetValueOrDefault(piece));

    private static bool BelongsTogether(string piece, int count, Dictionary<string, int> pieces)
    {
        double first = (double)count / pieces[piece[..^1]];
        double last = (double)count / pieces[piece[1..]];
        return Math.Max(first, last) >= MinBound && Math.Min(first, last) >= (piece.Length == MinLength ? 0 : MinLoose);
    }

    private Dictionary<string, int> CountPieces()
    {
        var pieces = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string run, int count) in _runs)
        {
            for (int start = 0; start < run.Length; start++)
            {
                // One more than a name has, to see how it goes on.
                for (int length = 1; length <= MaxLength + 1 && start + length <= run.Length; length++)
                {
                    string piece = run.Substring(start, length);
                    pieces[piece] = pieces.GetValueOrDefault(piece) + count;
                }
            }
        }

        return pieces;
    }

    private void Keep(StringBuilder run)
    {
        if (run.Length >= MinLength)
        {
            Add(run.ToString(), 1);
        }

        run.Clear();
    }

    private void Add(string run, int count) => _runs[run] = _runs.GetValueOrDefault(run) + count;
}
