using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>
/// Whom a caisse may choose: by age, situation and procedures, never by health or consumption of care, which would say something of each recipient
/// (domain.md A1, rows 6-8; B1).
/// </summary>
internal static class AudienceRules
{
    /// <summary>Everything that is wrong with a criterion, in the order of the text.</summary>
    /// <param name="criterion">As the caisse wrote it.</param>
    /// <param name="schema">Of the public.</param>
    /// <param name="allowed">Fields that caisses may use.</param>
    public static IReadOnlyList<CriterionProblem> Problems(string criterion, PopulationSchema schema, IReadOnlyCollection<string> allowed)
    {
        var open = string.Join(", ", allowed.Where(name => name == Age.Field || schema.Ordinal(name) is not null).Order(StringComparer.Ordinal));
        var forbidden =
            from path in ExpressionParser.Parse(criterion).Root is { } root ? Paths(root) : []
            where schema.Ordinal(path.Names[0]) is not null && !allowed.Contains(path.Names[0])
            select new CriterionProblem(
                path.Span.Offset, path.Span.Length,
                French.Text($"« {path.Names[0]} » n'est pas ouvert aux caisses, qui ne choisissent personne d'après sa santé, ses soins ou son identité"),
                French.Text($"champs ouverts : {open}"));
        return [.. Criterion.Parse(criterion, schema).Problems.Concat(forbidden).OrderBy(problem => problem.Offset)];
    }

    private static IEnumerable<PathExpression> Paths(Expression expression) => expression switch
    {
        PathExpression path => [path],
        UnaryExpression unary => Paths(unary.Operand),
        BinaryExpression binary => [.. Paths(binary.Left), .. Paths(binary.Right)],
        InExpression inside => [.. Paths(inside.Operand), .. inside.Items.SelectMany(Paths)],
        CallExpression call => call.Arguments.SelectMany(Paths),
        _ => [],
    };
}
