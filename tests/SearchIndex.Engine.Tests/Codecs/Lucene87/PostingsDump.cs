using System.Text;
using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Tests.Codecs.Lucene87;

/// <summary>Prints an inverted index as <c>tests/judge/MakePostingsFixture.java</c> does.</summary>
internal static class PostingsDump
{
    private static readonly int[] Strides = [1, 2, 50, 129, 700, 4000];

    public static IEnumerable<string> Print(FieldsProducer producer, FieldInfo field)
    {
        Terms terms = producer.Terms(field.Name)!;
        yield return $"terms {field.Name} {terms.Count} {terms.DocCount} {terms.SumDocFreq} {terms.SumTotalTermFreq} "
            + $"{Convert.ToHexString(terms.Min.Span)} {Convert.ToHexString(terms.Max.Span)}";
        TermsEnum termsEnum = terms.Iterator();
        TermsEnum other = terms.Iterator();
        PostingsEnum? reuse = null;
        for (int number = 0; termsEnum.Next(); number++)
        {
            byte[] term = termsEnum.Term.ToArray();
            yield return $"term {Convert.ToHexString(term)} {termsEnum.DocFreq} {termsEnum.TotalTermFreq}";
            reuse = termsEnum.Postings(PostingsFeatures.Offsets, reuse);
            yield return Postings(reuse);
            foreach (string line in termsEnum.DocFreq > 128 ? PrintMoves(termsEnum) : [])
            {
                yield return line;
            }

            foreach (string line in number % 5 == 0 ? PrintSeeks(other, term) : [])
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> PrintMoves(TermsEnum termsEnum)
    {
        foreach (int stride in Strides)
        {
            yield return $"stride {stride} {Stride(termsEnum.Postings(PostingsFeatures.Offsets), stride)}";
        }

        ImpactsEnum impacts = termsEnum.Impacts(PostingsFeatures.Freqs);
        int target = 1;
        while (target != DocIdSetIterator.NoMoreDocs)
        {
            impacts.AdvanceShallow(target);
            yield return Impacts(impacts, target);
            int upTo = impacts.ImpactsUpTo(0);
            target = upTo == DocIdSetIterator.NoMoreDocs ? upTo : upTo + 1;
        }
    }

    private static string Postings(PostingsEnum postings)
    {
        var text = new StringBuilder();
        while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            text.Append(' ').Append(postings.DocId).Append('*').Append(postings.Freq);
            for (int index = 0; index < postings.Freq; index++)
            {
                int position = postings.NextPosition();
                if (position < 0)
                {
                    break;
                }

                text.Append(':').Append(position).Append('/').Append(postings.StartOffset).Append('/').Append(postings.EndOffset);
            }
        }

        return text.ToString();
    }

    private static long Stride(PostingsEnum postings, int stride)
    {
        long hash = 0;
        int met = 0;
        int document = postings.Advance(0);
        while (document != DocIdSetIterator.NoMoreDocs)
        {
            hash = unchecked((hash * 31) + (document * 7L) + postings.Freq);
            if (met++ % 3 == 0)
            {
                hash = unchecked((hash * 31) + postings.NextPosition() + postings.StartOffset + postings.EndOffset);
            }

            document = postings.Advance(document + stride);
        }

        return hash;
    }

    private static string Impacts(ImpactsEnum impacts, int target)
    {
        var text = new StringBuilder($"impacts {target}");
        for (int level = 0; level < impacts.ImpactLevels && impacts.ImpactsUpTo(level) != DocIdSetIterator.NoMoreDocs; level++)
        {
            text.Append(" upto ").Append(impacts.ImpactsUpTo(level));
            foreach (Impact impact in impacts.Impacts(level))
            {
                text.Append(' ').Append(impact.Freq).Append('/').Append(impact.Norm);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> PrintSeeks(TermsEnum terms, byte[] term)
    {
        byte[] next = [.. term];
        next[^1]++;
        byte[] first = [.. term];
        first[first.Length / 2] += 3;
        byte[][] targets = [term, [.. term, (byte)'a'], term[..^1], next, first];
        foreach (byte[] target in targets)
        {
            bool found = terms.SeekExact(target);
            string where = terms.SeekCeil(target) == SeekStatus.End ? "-" : $"{Convert.ToHexString(terms.Term)} {terms.DocFreq}";
            yield return $"seek {Convert.ToHexString(target)} {(found ? "true" : "false")} {where}";
        }
    }
}
