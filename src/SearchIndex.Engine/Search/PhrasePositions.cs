using SearchIndex.Engine.Index;

namespace SearchIndex.Engine.Search;

/// <summary>Checks what the queries with positions are made of.</summary>
internal static class PhrasePositions
{
    /// <summary>Checks that terms are of one field and that there is an ascending position for each.</summary>
    /// <exception cref="ArgumentException">They are not, or there is not.</exception>
    public static void Check(IReadOnlyList<Term> terms, IReadOnlyList<int> positions)
    {
        if (terms.Count != positions.Count)
        {
            throw new ArgumentException($"{terms.Count} terms have {positions.Count} positions", nameof(positions));
        }

        int previous = 0;
        foreach (int position in positions)
        {
            if (position < previous)
            {
                string problem = $"position {position} follows {previous}; positions must be ascending from 0";
                throw new ArgumentException(problem, nameof(positions));
            }

            previous = position;
        }

        CheckField(terms);
    }

    /// <summary>Checks that terms are of one field.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void CheckField(IReadOnlyList<Term> terms)
    {
        foreach (Term term in terms)
        {
            if (term.Field != terms[0].Field)
            {
                throw new ArgumentException($"a phrase cannot have terms of the fields {terms[0].Field} and {term.Field}", nameof(terms));
            }
        }
    }
}
