namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>The services that are attacked, all over the same hostile archive.</summary>
internal enum Door
{
    /// <summary>As it starts without any setting: on this machine, for everybody on it.</summary>
    Open,

    /// <summary>Wants keys; a test adds an address for operators, and one that reads bodies.</summary>
    Keyed,

    /// <summary>Has a list of its names and of origins that may read it.</summary>
    Listed,

    /// <summary>Wants keys, and lets a client come twice a minute.</summary>
    Rated,

    /// <summary>Has little patience with clients, and takes bodies of 1,000 bytes.</summary>
    Impatient,

    /// <summary>Wants keys, and has two archives, <c>mine</c> and <c>theirs</c>.</summary>
    Several,
}
