namespace Orchestration.Messages;

/// <summary>Whether a host is one of a list of domains, or below one of them.</summary>
internal static class Domains
{
    public static bool Include(IEnumerable<string> domains, string host) => domains.Any(domain =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
}
