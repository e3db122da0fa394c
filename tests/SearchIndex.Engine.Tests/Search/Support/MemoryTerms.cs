using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>The terms of a field, with enums that insist on being used as the contracts say.</summary>
internal sealed class MemoryTerms(FieldInfo field) : Terms
{
    public List<(byte[] Term, List<MemoryPosting> Postings)> All { get; } = [];

    public override long Count => All.Count;

    public override int DocCount => All.SelectMany(term => term.Postings).Select(posting => posting.Doc).Distinct().Count();

    public override long SumDocFreq => All.Sum(term => (long)term.Postings.Count);

    public override long SumTotalTermFreq => All.Sum(term => term.Postings.Sum(posting => (long)posting.Freq));

    public override ReadOnlyMemory<byte> Min => All[0].Term;

    public override ReadOnlyMemory<byte> Max => All[^1].Term;

    public override TermsEnum Iterator() => new Walk(this, field);

    private sealed class Walk(MemoryTerms terms, FieldInfo field) : TermsEnum
    {
        private const int Undefined = -2;
        private int _ord = -1;

        public override ReadOnlySpan<byte> Term => terms.All[_ord].Term;

        public override int DocFreq => terms.All[_ord].Postings.Count;

        public override long TotalTermFreq => terms.All[_ord].Postings.Sum(posting => (long)posting.Freq);

        public override bool Next()
        {
            Assert.True(_ord >= -1 && _ord < terms.All.Count, "Next at an undefined position or behind the last term");
            return ++_ord < terms.All.Count;
        }

        public override bool SeekExact(ReadOnlySpan<byte> term)
        {
            bool found = SeekCeil(term) == SeekStatus.Found;
            _ord = found ? _ord : Undefined;
            return found;
        }

        public override SeekStatus SeekCeil(ReadOnlySpan<byte> term)
        {
            byte[] wanted = term.ToArray();
            _ord = terms.All.FindIndex(entry => Utf8Order.Instance.Compare(entry.Term, wanted) >= 0);
            if (_ord < 0)
            {
                _ord = terms.All.Count;
                return SeekStatus.End;
            }

            return Term.SequenceEqual(wanted) ? SeekStatus.Found : SeekStatus.NotFound;
        }

        public override PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null) =>
            new MemoryPostingsEnum(terms.All[_ord].Postings, field, features);

        public override ImpactsEnum Impacts(PostingsFeatures features) => new MemoryPostingsEnum(terms.All[_ord].Postings, field, features);
    }
}
