using System.Collections.Frozen;
using System.Text;

namespace SearchIndex.News.Ingest;

/// <summary>
/// The form of a URL that is the same for all addresses of an article: scheme and host in lower case, no default port, no fragment, no
/// parameters that only track readers, and escapes written in one way. Everything else stays, the order of the parameters included.
/// </summary>
internal static class CanonicalUrl
{
    private static readonly FrozenSet<string> TrackingParameters = new[]
    {
        "_ga", "_gl", "at_xt", "cmp", "cmpid", "dclid", "emc", "fbclid", "feedname", "feedtype", "gbraid", "gclid", "gclsrc", "igsh",
        "igshid", "isappinstalled", "maca", "mbid", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "nsukey", "ocid", "rpc", "scm",
        "share_token", "smid", "smtyp", "spm", "srnd", "tracking_id", "twclid", "vero_id", "wbraid", "wickedid", "xtor", "yclid",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TrackingPrefixes =
        ["utm_", "at_campaign", "at_custom", "at_medium", "hsa_", "ns_", "oly_", "pk_", "mtm_", "wt."];

    /// <summary>Returns the canonical form, or null when <paramref name="url"/> is not the address of a page on the web.</summary>
    internal static string? Of(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? uri) || !IsWeb(uri))
        {
            return null;
        }

        var canonical = new StringBuilder(url.Length);
        canonical.Append(uri.Scheme).Append("://").Append(uri.IdnHost.ToLowerInvariant());
        if (!uri.IsDefaultPort)
        {
            canonical.Append(':').Append(uri.Port);
        }

        canonical.Append(uri.AbsolutePath);
        AppendQuery(canonical, uri.Query);
        return canonical.ToString();
    }

    /// <summary>Returns the host in lower case, or null when <paramref name="url"/> is not the address of a page on the web.</summary>
    internal static string? HostOf(string? url) =>
        url is not null && Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? uri) && IsWeb(uri) ? uri.IdnHost.ToLowerInvariant() : null;

    private static bool IsWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static void AppendQuery(StringBuilder canonical, string query)
    {
        char separator = '?';
        foreach (string parameter in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = parameter.IndexOf('=');
            if (!IsTracking(equals < 0 ? parameter : parameter[..equals]))
            {
                canonical.Append(separator).Append(parameter);
                separator = '&';
            }
        }
    }

    private static bool IsTracking(string name)
    {
        if (TrackingParameters.Contains(name))
        {
            return true;
        }

        foreach (string prefix in TrackingPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
