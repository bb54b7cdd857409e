using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a function app begins.</summary>
[SuppressMessage("Design", "CA1052:Static holder types should be static", Justification = "The published type is a plain class.")]
public class FunctionsApplication
{
    /// <summary>Begins an app; <paramref name="args"/> become configuration (<c>--key value</c>).</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
