namespace Orchestration.Http;

/// <summary>One fault of a request.</summary>
/// <param name="Pointer">
/// Where: a JSON pointer into the body (RFC 6901, « /zones/titre », empty for the whole), a query parameter (« ?limit ») or the name of a header.
/// </param>
/// <param name="Detail">What is wrong, one French sentence.</param>
/// <param name="Mend">How to put it right, one French sentence.</param>
public sealed record Fault(string Pointer, string Detail, string Mend);
