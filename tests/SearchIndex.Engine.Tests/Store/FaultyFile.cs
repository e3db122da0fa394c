namespace SearchIndex.Engine.Tests.Store;

/// <summary>The contents of a file, apart from its names: what was written, and whether that is on stable storage.</summary>
internal sealed class FaultyFile
{
    private const int PageBytes = 512;

    private byte[] _bytes = [];

    public FaultyFile()
    {
    }

    private FaultyFile(byte[] bytes)
    {
        _bytes = bytes;
        IsSynced = true;
    }

    public bool IsSynced { get; private set; }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + bytes.Length, _bytes.Length * 2));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
        IsSynced = false;
    }

    public void Sync() => IsSynced = true;

    /// <summary>Returns what is left after a crash: all that was synced, and of the rest whatever the disk had time for.</summary>
    public FaultyFile AfterCrash(Random random)
    {
        byte[] left = Bytes.ToArray();
        if (!IsSynced)
        {
            left = random.Next(5) switch
            {
                0 => left,
                1 => [],
                2 => left[..random.Next(left.Length + 1)],
                3 => LosePages(left, random, page => page.Clear()),
                _ => LosePages(left, random, random.NextBytes),
            };
        }

        return new FaultyFile(left) { Length = left.Length };
    }

    /// <summary>Pages reach the disk in any order: some are there, others hold what the disk had there before.</summary>
    private static byte[] LosePages(byte[] bytes, Random random, PageLoss lose)
    {
        for (int start = 0; start < bytes.Length; start += PageBytes)
        {
            if (random.Next(2) == 0)
            {
                lose(bytes.AsSpan(start, Math.Min(PageBytes, bytes.Length - start)));
            }
        }

        return bytes;
    }

    private delegate void PageLoss(Span<byte> page);
}
