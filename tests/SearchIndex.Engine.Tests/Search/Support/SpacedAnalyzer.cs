using SearchIndex.Engine.Analysis;

namespace SearchIndex.Engine.Tests.Search.Support;

/// <summary>
/// Cuts at spaces and line feeds. A lone <c>_</c> is a hole: the next term stands one position further. In <c>one/two</c> both terms stand
/// at the same position, each with its own offsets.
/// </summary>
internal sealed class SpacedAnalyzer : Analyzer
{
    public override TokenStream CreateTokenStream(string field) => new Tokenizer();

    private sealed class Tokenizer : TokenStream
    {
        private ReadOnlyMemory<char> _text;
        private int _next;

        public override ReadOnlySpan<char> Term => _text.Span[StartOffset..EndOffset];

        public override void Reset(ReadOnlyMemory<char> text)
        {
            _text = text;
            _next = 0;
            FinalOffset = text.Length;
            FinalPositionIncrement = 0;
        }

        public override bool IncrementToken()
        {
            ReadOnlySpan<char> text = _text.Span;
            int increment = 1;
            while (_next < text.Length)
            {
                int start = _next;
                while (_next < text.Length && text[_next] is not (' ' or '\n' or '/'))
                {
                    _next++;
                }

                bool isHole = _next - start == 1 && text[start] == '_';
                bool isToken = _next > start && !isHole;
                if (isToken)
                {
                    StartOffset = start;
                    EndOffset = _next;
                    PositionIncrement = start > 0 && text[start - 1] == '/' ? 0 : increment;
                    _next++;
                    return true;
                }

                increment += isHole ? 1 : 0;
                _next++;
            }

            FinalPositionIncrement = increment - 1;
            return false;
        }
    }
}
