using SearchIndex.Engine.Analysis.Folding;
using SearchIndex.News.Variants;

namespace SearchIndex.News.Suggestions.Corrections;

/// <summary>Finds what a text of a query may have meant: names and words near it, texts of the index one slip away, other regions' forms, pinyin.</summary>
/// <param name="suggester">The names and words of the archive; null while they are not gathered yet.</param>
/// <param name="pairs">The pairs of characters in the index.</param>
/// <param name="regions">The regional variants when the search itself does not take them in; else null.</param>
internal sealed class TextCandidates(Suggester? suggester, BigramFrequencies pairs, VariantTable? regions)
{
    private const int MinWindow = 2;
    private const int MaxWindow = 6;
    private const int MaxLength = 40;
    private const int MaxSpelled = 3;

    private const float RegionScore = 8f;
    private const float PinyinScore = 7f;

    // A name or word of the archive is likelier meant than characters that only happen to stand side by side.
    private const float TermScore = 3f;
    private const float WholeScore = 2f;

    /// <summary>Returns the candidates, likeliest first, each once.</summary>
    public IReadOnlyList<TextCandidate> Of(string text)
    {
        if (text.Length > MaxLength)
        {
            return [];
        }

        string folded = CharacterFold.Fold(text);
        IEnumerable<TextCandidate> all = Regions(text, folded).Concat(Spelled(text));
        if (folded.Length >= MinWindow && folded.All(unit => unit is >= '\u4E00' and <= '\u9FFF'))
        {
            all = all.Concat(Terms(text, folded)).Concat(Edits(text, folded));
        }

        return [.. all
            .GroupBy(candidate => CharacterFold.Fold(candidate.Text), StringComparer.Ordinal)
            .Where(same => same.Key != folded)
            .Select(same => same.MaxBy(candidate => candidate.Promise))
            .OrderByDescending(candidate => candidate.Promise)];
    }

    /// <summary>Tells whether a text is itself a name or word of the archive; such a one is no slip.</summary>
    public bool IsKnown(string text) => suggester is not null && suggester.HasTerm(text);

    private IEnumerable<TextCandidate> Regions(string text, string folded) =>
        (regions?.FindAll(folded, folded) ?? []).SelectMany(match => match.Alternatives.Select(alternative => new TextCandidate(
            text[..match.Start] + alternative.Form.Text + text[match.End..], CorrectionKind.Region, RegionScore * alternative.Weight, 0, IsKnown: true)));

    private IEnumerable<TextCandidate> Spelled(string text) => suggester is null || text.Length < MinWindow
        ? []
        : suggester.FindSpelled(text, MaxSpelled).Where(entry => entry.IsTerm)
            .Select(entry => new TextCandidate(entry.Text, CorrectionKind.Pinyin, PinyinScore, entry.Articles, IsKnown: true));

    /// <summary>Names and words near the whole text, or near a piece of it in which a pair of characters is that hardly any article has.</summary>
    private IEnumerable<TextCandidate> Terms(string text, string folded)
    {
        if (suggester is null)
        {
            yield break;
        }

        foreach ((int start, int length) in Windows(folded))
        {
            bool isWhole = length == folded.Length;
            foreach ((SuggestionEntry entry, CorrectionKind kind) in suggester.Near.Of(folded.Substring(start, length)))
            {
                string replaced = text[..start] + entry.Text + text[(start + length)..];
                yield return new TextCandidate(replaced, kind, LikelihoodOf(kind) + TermScore + (isWhole ? WholeScore : 0f), entry.Articles, IsKnown: true);
            }
        }
    }

    private IEnumerable<(int Start, int Length)> Windows(string folded)
    {
        yield return (0, folded.Length);
        int[] frequencies = [.. Enumerable.Range(1, folded.Length - 1).Select(at => pairs.Of(folded[at - 1], folded[at]))];
        int rarest = frequencies.Min();
        for (int length = Math.Min(MaxWindow, folded.Length - 1); length >= MinWindow; length--)
        {
            for (int start = 0; start + length <= folded.Length; start++)
            {
                if (frequencies.AsSpan(start, length - 1).Contains(rarest))
                {
                    yield return (start, length);
                }
            }
        }
    }

    /// <summary>Edits change single characters, so the rest stays in the script in which it was typed.</summary>
    private IEnumerable<TextCandidate> Edits(string text, string folded) => new IndexEdits(pairs).Of(folded)
        .Select(edit => new TextCandidate(Retyped(text, folded, edit.Text), edit.Kind, LikelihoodOf(edit.Kind), edit.Rarest, IsKnown: false));

    private static string Retyped(string text, string folded, string edited) => edited.Length != text.Length
        ? edited
        : string.Concat(edited.Select((unit, at) => unit == folded[at] ? text[at] : unit));

    private static float LikelihoodOf(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Extra or CorrectionKind.Swapped => 2f,
        CorrectionKind.Homophone => 1.5f,
        CorrectionKind.LookAlike => 1f,
        _ => 0.5f,
    };
}
