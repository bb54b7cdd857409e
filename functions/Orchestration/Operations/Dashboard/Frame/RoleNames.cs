using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard;

/// <summary>Roles as French people name them.</summary>
internal static class RoleNames
{
    private static readonly (Role Role, string Name)[] Names =
    [
        (Role.Reader, "lecture"), (Role.Planner, "planification"), (Role.Validator, "validation"), (Role.Operator, "exploitation"), (Role.Caisse, "caisse"),
    ];

    public static string Of(Role role) => French.And([.. Names.Where(one => role.HasFlag(one.Role)).Select(one => one.Name)]);
}
