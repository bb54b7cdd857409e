using Orchestration.Audience.Datamart;
using Orchestration.Calendars;
using Orchestration.Templating.Expressions;
using Orchestration.Wording;

namespace Orchestration.Audience.Criteria;

/// <summary>The names that a criterion may use over one population.</summary>
internal sealed class CriterionFields(PopulationSchema schema)
{
    private const string Done = "fait";
    private const string NotDone = "non_fait";
    private const string Unknown = "inconnu";

    /// <summary>A field that is a condition by itself: a boolean, or the state of a procedure.</summary>
    public Condition? Condition(PathExpression path, List<CriterionProblem> problems)
    {
        if (path.Path == Age.Field && HasAge)
            return NotACondition(path, Age.Field, problems);
        if (Find(path, problems) is not var (ordinal, field))
            return null;
        switch (field.Kind, path.Names)
        {
            case (FieldKind.Boolean, [_]):
                return (person, _) => person[ordinal] is { IsMissing: false } cell ? Kleene.Of(cell.Number != 0) : Truth.Unknown;
            case (FieldKind.Procedure, [_, Done]):
                return Is(ordinal, ProcedureState.Done);
            case (FieldKind.Procedure, [_, NotDone]):
                return Is(ordinal, ProcedureState.NotDone);
            case (FieldKind.Procedure, [_, Unknown]):
                return Is(ordinal, ProcedureState.Unknown);
            case (FieldKind.Procedure, _):
                return Refuse<Condition>(path, problems, "une démarche a trois états", $"écrivez {field.Name}.{Done}, {field.Name}.{NotDone} ou {field.Name}.{Unknown}");
            default:
                return NotACondition(path, field.Name, problems);
        }
    }

    /// <summary>A field that is compared.</summary>
    public TypedOperand? Operand(PathExpression path, List<CriterionProblem> problems)
    {
        if (path.Path == Age.Field && schema.Ordinal(PopulationSchema.Birth) is { } birth)
            return new TypedOperand(FieldKind.Number, (person, reference) => Age.At(person[birth], reference));
        if (Find(path, problems) is not var (ordinal, field))
            return null;
        if (field.Kind is FieldKind.Boolean or FieldKind.Procedure)
            return Refuse<TypedOperand>(path, problems, $"« {field.Name} » est déjà une condition et ne se compare pas", "écrivez-le seul, ou nié : !x");
        return path.Names.Count == 1
            ? new TypedOperand(field.Kind, (person, _) => person[ordinal])
            : Refuse<TypedOperand>(path, problems, $"« {field.Name} » n’a pas de membre", $"écrivez {field.Name} seul");
    }

    private bool HasAge => schema.Ordinal(PopulationSchema.Birth) is not null;

    private static Condition? NotACondition(PathExpression path, string name, List<CriterionProblem> problems) =>
        Refuse<Condition>(path, problems, $"« {name} » n’est pas une condition", "comparez-le à une valeur : ==, !=, <, >=, in [..]");

    private static Condition Is(int ordinal, ProcedureState state) => (person, _) => Kleene.Of(person[ordinal].Number == (double)state);

    private (int Ordinal, FieldDefinition Field)? Find(PathExpression path, List<CriterionProblem> problems)
    {
        if (schema.Ordinal(path.Names[0]) is { } ordinal)
            return (ordinal, schema.Fields[ordinal]);
        if (DateFunctions.Names.Contains(path.Path))
        {
            Refuse<object>(path, problems, $"« {path.Path} » est une fonction", $"donnez-lui une date : {DateFunctions.Example(path.Path)}");
            return null;
        }

        var known = schema.Fields.Select(field => field.Name).Concat(HasAge ? [Age.Field] : []);
        var near = NearNames.Find(path.Names[0], known);
        Refuse<object>(path, problems, $"ce public n’a pas de champ « {path.Names[0]} »", near is null ? $"champs connus : {string.Join(", ", known)}" : $"vouliez-vous dire « {near} » ?");
        return null;
    }

    private static T? Refuse<T>(PathExpression path, List<CriterionProblem> problems, string what, string mend)
        where T : class
    {
        problems.Add(new CriterionProblem(path.Span.Offset, path.Span.Length, what, mend));
        return null;
    }
}
