using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>An audience larger than the public it is taken from (domain.md A8, row 128).</summary>
internal static class HeadcountCheck
{
    public static IEnumerable<Finding> Find(PlanState state) =>
        from send in state.Calendar.Sends
        where send.Volume is not null && state.Rules.Headcounts.TryGetValue(send.Population, out var headcount) && send.Volume > headcount
        select Finding.At(
            send, "volume",
            French.Text($"« {send.Id} » annonce {FrenchNumbers.Of(send.Volume!.Value)} destinataires ; ")
                + French.Text($"il n'y a que {FrenchNumbers.Of(state.Rules.Headcounts[send.Population])} {ValueNames.Of(send.Population)}."),
            French.Text($"Corrigez le volume ou l'audience.")) with
        {
            Movables = [],
        };
}
