namespace SearchIndex.Engine.Analysis;

/// <summary>Makes the whole text one token, as it is.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override TokenStream CreateTokenStream(string field) => new KeywordTokenizer();

    private sealed class KeywordTokenizer : TokenStream
    {
        private ReadOnlyMemory<char> _text;
        private bool _done;

        public override ReadOnlySpan<char> Term => _text.Span;

        public override void Reset(ReadOnlyMemory<char> text)
        {
            _text = text;
            _done = text.IsEmpty;
            FinalOffset = text.Length;
            FinalPositionIncrement = 0;
        }

        public override bool IncrementToken()
        {
            if (_done)
            {
                return false;
            }

            _done = true;
            StartOffset = 0;
            EndOffset = _text.Length;
            PositionIncrement = 1;
            return true;
        }
    }
}
