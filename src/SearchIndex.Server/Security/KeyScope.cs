namespace SearchIndex.Server.Security;

/// <summary>What a key is for. Each scope includes those before it.</summary>
public enum KeyScope
{
    /// <summary>Searching: the API, the pages and the feeds.</summary>
    Search,

    /// <summary>Changing the index, and searching. No address of this version needs it.</summary>
    Index,

    /// <summary>Everything: the numbers of the service too.</summary>
    Admin,
}
