using Microsoft.Extensions.Options;

namespace Orchestration.Caisses;

/// <summary>Section <c>Caisses</c> of the settings: what caisses are told and how far they may go. Every default is a working assumption.</summary>
public sealed class CaisseOptions
{
    public const string Section = "Caisses";

    /// <summary>What an e-mail costs, in euros. Default: 0.001.</summary>
    public decimal EmailCost { get; set; } = 0.001m;

    /// <summary>What one segment of an SMS costs, in euros. Default: 0.045.</summary>
    public decimal SmsSegmentCost { get; set; } = 0.045m;

    /// <summary>How many days ahead a caisse may order, from 1 to 730. Default: 366.</summary>
    public int MostDaysAhead { get; set; } = 366;

    /// <summary>In how many days validators are asked to look at a model that was just published, from 0 to 60. Default: 5.</summary>
    public int ModelVisaDays { get; set; } = 5;
}

internal sealed class CaisseOptionsValidator : IValidateOptions<CaisseOptions>
{
    private const int LongestOutlook = 730;
    private const int LongestVisa = 60;

    public ValidateOptionsResult Validate(string? name, CaisseOptions options)
    {
        var problems = new List<string>();
        if (options.EmailCost < 0)
            problems.Add($"The setting {CaisseOptions.Section}:EmailCost must be 0 or more.");
        if (options.SmsSegmentCost < 0)
            problems.Add($"The setting {CaisseOptions.Section}:SmsSegmentCost must be 0 or more.");
        if (options.MostDaysAhead is < 1 or > LongestOutlook)
            problems.Add($"The setting {CaisseOptions.Section}:MostDaysAhead must be from 1 to {LongestOutlook}.");
        if (options.ModelVisaDays is < 0 or > LongestVisa)
            problems.Add($"The setting {CaisseOptions.Section}:ModelVisaDays must be from 0 to {LongestVisa}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
