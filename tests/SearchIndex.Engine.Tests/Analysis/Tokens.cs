using SearchIndex.Engine.Analysis;

namespace SearchIndex.Engine.Tests.Analysis;

/// <summary>Runs token streams for tests.</summary>
internal static class Tokens
{
    /// <summary>Returns all tokens of a text.</summary>
    internal static List<TokenRecord> Read(TokenStream stream, string text)
    {
        var tokens = new List<TokenRecord>();
        stream.Reset(text.AsMemory());
        while (stream.IncrementToken())
        {
            tokens.Add(new TokenRecord(stream.Term.ToString(), stream.StartOffset, stream.EndOffset, stream.PositionIncrement));
        }

        return tokens;
    }

    /// <summary>Writes tokens as <c>term@position[start,end)</c>, positions from 0, with a space between them.</summary>
    internal static string Describe(IEnumerable<TokenRecord> tokens)
    {
        int position = -1;
        var parts = new List<string>();
        foreach (TokenRecord token in tokens)
        {
            position += token.Increment;
            parts.Add($"{token.Term}@{position}[{token.Start},{token.End})");
        }

        return string.Join(' ', parts);
    }

    /// <summary>Writes tokens as <c>term@position</c>, with a space between them.</summary>
    internal static string DescribePositions(IEnumerable<TokenRecord> tokens)
    {
        int position = -1;
        return string.Join(' ', tokens.Select(token => $"{token.Term}@{position += token.Increment}"));
    }
}
