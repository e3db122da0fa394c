namespace SearchIndex.Benchmarks.Loading;

/// <summary>Whether all that was asked of the service under load holds.</summary>
internal sealed class LoadVerdict
{
    /// <summary>Gets whether nothing was missed so far.</summary>
    public bool IsGood { get; private set; } = true;

    /// <summary>Prints whether something holds.</summary>
    public void Judge(string what, bool holds)
    {
        IsGood &= holds;
        Console.WriteLine($"{(holds ? "holds" : "MISSED")}: {what}");
    }
}
