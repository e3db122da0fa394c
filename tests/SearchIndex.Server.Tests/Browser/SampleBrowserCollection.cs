namespace SearchIndex.Server.Tests.Browser;

/// <summary>The tests that share one <see cref="SampleBrowser"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SampleBrowserCollection : ICollectionFixture<SampleBrowser>
{
    public const string Name = "sample browser";
}
