using System.Globalization;

namespace SearchIndex.Engine.Tests.Analysis;

/// <summary>What a stream said of one token.</summary>
internal sealed record TokenRecord(string Term, int Start, int End, int Increment)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Term}[{Start},{End})+{Increment}");
}
