namespace SearchIndex.Server.Security;

/// <summary>What a key is for. Each scope includes those before it.</summary>
public enum KeyScope
{
    /// <summary>Searching: the API, the pages and the feeds.</summary>
    Search,

    /// <summary>Changing the index, and searching: tasks, and articles that come over HTTP.</summary>
    Index,

    /// <summary>Everything: the numbers of the service and snapshots too.</summary>
    Admin,
}
