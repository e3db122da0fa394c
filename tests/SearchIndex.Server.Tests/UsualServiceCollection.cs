namespace SearchIndex.Server.Tests;

/// <summary>The tests that share <see cref="UsualService"/>.</summary>
[CollectionDefinition(Name)]
public sealed class UsualServiceCollection : ICollectionFixture<UsualService>
{
    public const string Name = "usual service";
}
