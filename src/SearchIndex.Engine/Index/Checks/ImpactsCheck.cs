using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>
/// The impacts of a term with skip data: ordered, never below what a document of the range has, and no level below the one under it
/// (spec 5.6, and 14, 17). A lazy writer's impacts, which promise too much, are sound.
/// </summary>
internal sealed class ImpactsCheck(SegmentReader reader, FieldInfo field)
{
    private const long NormWithoutNorms = 1;

    private Impact[] _lowest = [];

    public void CheckTerm(TermsEnum terms, PostingsLog log)
    {
        ImpactsEnum impacts = terms.Impacts(PostingsFeatures.Freqs);
        NumericDocValues? norms = field.HasNorms ? reader.GetNorms(field.Name) : null;
        int upTo = -1;
        for (int rank = 0; rank < log.Count; rank++)
        {
            (int docId, int freq, _) = log[rank];
            if (docId > upTo)
            {
                impacts.AdvanceShallow(docId);
                upTo = CheckLevels(impacts, docId);
            }

            int found = impacts.NextDoc();
            Expect.That(found == docId && impacts.Freq == freq, $"postings with impacts have document {found}, those without {docId}");
            long norm = norms is not null && norms.AdvanceExact(docId) ? norms.Value : NormWithoutNorms;
            Expect.That(IsCovered(new Impact(freq, norm), _lowest), $"no impact covers frequency {freq} and norm {norm} of document {docId}");
        }

        int end = impacts.NextDoc();
        Expect.That(end == DocIdSetIterator.NoMoreDocs, $"postings with impacts go on with document {end}");
    }

    /// <summary>Checks all levels at the shallow position; keeps the pairs of the lowest and returns the last document it speaks for.</summary>
    private int CheckLevels(ImpactsEnum impacts, int target)
    {
        Impact[] below = [];
        int upToBelow = target;
        int upToLowest = target;
        for (int level = 0; level < impacts.ImpactLevels; level++)
        {
            int upTo = impacts.ImpactsUpTo(level);
            Expect.That(upTo >= upToBelow, $"impacts of level {level} end at document {upTo}, before {upToBelow}");
            Impact[] pairs = impacts.Impacts(level).ToArray();
            CheckOrder(pairs, level);
            foreach (Impact pair in below)
            {
                Expect.That(IsCovered(pair, pairs), $"level {level} does not cover the impact {pair} of the level below");
            }

            if (level == 0)
            {
                _lowest = pairs;
                upToLowest = upTo;
            }

            below = pairs;
            upToBelow = upTo;
        }

        return upToLowest;
    }

    private static void CheckOrder(Impact[] pairs, int level)
    {
        Expect.That(pairs.Length > 0, $"level {level} has no impacts");
        var previous = new Impact(0, 0);
        foreach (Impact pair in pairs)
        {
            bool ascending = pair.Freq > previous.Freq && (ulong)pair.Norm > (ulong)previous.Norm;
            Expect.That(ascending, $"level {level}: impact {pair} follows {previous}");
            previous = pair;
        }
    }

    private static bool IsCovered(Impact wanted, Impact[] pairs)
    {
        foreach (Impact pair in pairs)
        {
            if (pair.Freq >= wanted.Freq && (ulong)pair.Norm <= (ulong)wanted.Norm)
            {
                return true;
            }
        }

        return false;
    }
}
