namespace SearchIndex.Engine.Store;

/// <summary>
/// Passes everything on to another directory, but what is written goes no faster than a limiter lets it, and ends when the work is cancelled.
/// </summary>
internal sealed class LimitedDirectory(IndexDirectory inner, RateLimiter? limiter, CancellationToken cancellation) : IndexDirectory
{
    public override IReadOnlyList<string> ListAll() => inner.ListAll();

    public override bool FileExists(string name) => inner.FileExists(name);

    public override long FileLength(string name) => inner.FileLength(name);

    public override IndexOutput CreateOutput(string name)
    {
        IndexOutput output = inner.CreateOutput(name);
        output.Pace = Pass;
        return output;
    }

    public override IndexInput OpenInput(string name) => inner.OpenInput(name);

    public override void DeleteFile(string name) => inner.DeleteFile(name);

    public override void Rename(string source, string destination) => inner.Rename(source, destination);

    public override void Sync(IReadOnlyCollection<string> names) => inner.Sync(names);

    public override void SyncMetadata() => inner.SyncMetadata();

    public override IDisposable ObtainLock(string name) => inner.ObtainLock(name);

    private void Pass(int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        limiter?.Pass(bytes, cancellation);
    }
}
