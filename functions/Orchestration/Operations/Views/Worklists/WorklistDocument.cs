namespace Orchestration.Operations.Views.Worklists;

/// <summary>The shape of a worklist in JSON; the week is written as ISO 8601 has it.</summary>
internal sealed record WorklistDocument(
    string Calendar,
    string Title,
    string Week,
    DateOnly Monday,
    DateTimeOffset At,
    IReadOnlyList<LeavingSend> Leaving,
    IReadOnlyList<AwaitedVisa> Visas,
    IReadOnlyList<LateItem> Late)
{
    public static WorklistDocument Of(Worklist list) =>
        new(list.Calendar, list.Title, list.Week.ToString(), list.Week.Monday, list.At, list.Leaving, list.Visas, list.Late);
}
