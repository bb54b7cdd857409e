namespace Orchestration.Planning;

/// <summary>
/// What a day and an hour can carry. A check, never a reason to move a send by itself. 200 000 SMS a day is what the Cnam sent in
/// April 2021 (domain.md B3); the rest is H.
/// </summary>
public sealed class CapacityRules
{
    public long EmailsPerDay { get; set; } = 8_000_000;

    public long EmailsPerHour { get; set; } = 1_000_000;

    public long SmsPerDay { get; set; } = 1_000_000;

    public long SmsPerHour { get; set; } = 150_000;

    /// <summary>How many calls more than usual 3646 answers in a day (domain.md A13, row 193).</summary>
    public long CallsPerDay { get; set; } = 60_000;
}
