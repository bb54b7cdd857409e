using Orchestration.Templating.Expressions;
using Orchestration.Templating.Functions;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>T3xx: types.</summary>
internal static class TypeFaults
{
    public static Fault WrongArgument(Signature function, Parameter parameter, StaticType found) => new(
        "T301", $"`{function.Name}` attend ici {Expected(parameter.Shape)}, pas {found.Describe()}.",
        Mend(parameter.Shape, found, function.Name));

    public static Fault MissingValue(Signature function, StaticType found) => new(
        "T302", $"`{function.Name}` attend une valeur, et ceci est {found.Describe()}.",
        "Prévoir une valeur de remplacement : `(x ?? …)`, ou entourer d'un `if`.");

    public static Fault WrongArgumentCount(Signature function, int found) => new(
        "T303", $"`{function.Name}` reçoit {found} {(found > 1 ? "arguments" : "argument")}.",
        $"Écrire `{function.Describe()}`.");

    public static Fault ConstantExpected(Signature function, Parameter parameter) => new(
        "T304", $"L'argument `{parameter.Name}` de `{function.Name}` s'écrit en toutes lettres.",
        "Donner un texte entre guillemets, pas un champ ni un calcul.");

    public static Fault MemberNameExpected(Signature function, StaticType list) => new(
        "T318", $"`{function.Name}` ne sait pas ranger {list.Describe()}.",
        $"Nommer le membre qui donne l'ordre : `{function.Name} liste \"nom\"`.");

    public static Fault WrongConstant(string message)
    {
        var parts = message.Split(" : ", 2);
        var mend = parts.Length > 1 ? $"{char.ToUpperInvariant(parts[1][0])}{parts[1][1..]}" : "Corriger ce texte.";
        return new Fault("T305", parts[0] + ".", mend);
    }

    public static Fault WrongOperands(BinaryOperator op, StaticType left, StaticType right) => new(
        "T306", $"`{Precedence.Sign(op)}` ne va pas entre {left.Describe()} et {right.Describe()}.", Mend(op, left, right));

    public static Fault WrongOperand(UnaryOperator op, StaticType operand) => new(
        "T307", $"`{Precedence.Sign(op)}` attend un nombre, pas {operand.Describe()}.",
        operand.IsNumeric
            ? "Prévoir une valeur de remplacement : `-(x ?? 0)`."
            : "Employer `string.to_int` ou `string.to_double`.");

    public static Fault MemberOfNull(string path, string member) => new(
        "T308", $"`{path}` peut manquer : `.{member}` n'aurait alors pas de sens.",
        $"Écrire `{path}?.{member}`, ou entourer de `if {path}` et `end`.");

    public static Fault NotPrintable(StaticType type) => new("T309", $"On n'imprime pas {type.Describe()}.", type.Kind switch
    {
        TypeKind.List => "Écrire une boucle `for`, ou `array.join liste \", \"`.",
        TypeKind.Object => "Imprimer l'un de ses membres : `objet.membre`.",
        TypeKind.Duration => "Imprimer `.days`, `.hours` ou `.total_hours`.",
        _ => "Imprimer un texte, un nombre ou une date.",
    });

    public static Fault MixedTypes(string name) => new(
        "T310", $"`{name}` tient tantôt une chose, tantôt une autre.", "Employer deux variables, une par type.");

    public static Fault DifferentTypes(StaticType one, StaticType other) => new(
        "T311", $"Ces valeurs n'ont pas le même type : {one.Describe()}, {other.Describe()}.",
        "Donner partout le même type, par exemple du texte.");

    public static Fault NotIterable(StaticType type) => new(
        "T312", $"On ne parcourt pas {type.Describe()}.", "Donner une liste, ou une plage comme `1..5`.");

    public static Fault NotIndexable(StaticType type) => new("T313", $"`[…]` ne va pas après {type.Describe()}.", type.Kind switch
    {
        TypeKind.Text => "Employer `string.slice texte début longueur`.",
        TypeKind.Object => "Écrire `objet.membre`.",
        TypeKind.List => "Entourer de `if liste` et `end`.",
        _ => "Donner une liste.",
    });

    public static Fault WrongIndex(StaticType type) => new(
        "T314", $"La place dans une liste est un nombre, pas {type.Describe()}.", "Écrire par exemple `liste[0]`.");

    public static Fault NotAnObjectMember(StaticType type) => new(
        "T315", $"Un objet ne peut pas garder {type.Describe()}.",
        "Y ranger un texte, un nombre, une date, un vrai/faux, une liste ou un objet.");

    public static Fault WrongCount(string option, StaticType type) => new(
        "T316", $"`{option}` attend un nombre, pas {type.Describe()}.", $"Écrire par exemple `{option}: 3`.");

    public static Fault MarkupUsed() => new(
        "T317", "Un contenu HTML capturé ne sert qu'à être imprimé ou passé à `include`.",
        "Capturer un texte sans balises dans un modèle de texte, ou calculer avant de capturer.");

    private static string Mend(Shape expected, StaticType found, string function) => (expected, found.Kind) switch
    {
        (Shape.Date, TypeKind.Text) => "Déclarer ce champ de type date, ou écrire `date.parse \"2027-10-12\"`.",
        (Shape.Integer or Shape.Number or Shape.N, TypeKind.Text) =>
            "Déclarer ce champ de type nombre, ou employer `string.to_int` ou `string.to_double`.",
        (Shape.Text, TypeKind.List) => "Employer `array.join liste \", \"`.",
        (Shape.Text or Shape.Scalar, TypeKind.Object) => "Employer l'un de ses membres : `objet.membre`.",
        (Shape.Text or Shape.Scalar, TypeKind.Duration) => "Employer `.days`, `.hours` ou `.total_hours`.",
        (Shape.ListOfT or Shape.ListOfScalar, TypeKind.Text) when function == "array.size" => "Employer `string.size`.",
        (Shape.ListOfScalar, TypeKind.List) => "Prendre d'abord un membre de chaque objet : `array.map liste \"nom\"`.",
        _ => $"Donner {Expected(expected)}.",
    };

    private static string Mend(BinaryOperator op, StaticType left, StaticType right) => (op, left.Kind, right.Kind) switch
    {
        (BinaryOperator.Add or BinaryOperator.Subtract, TypeKind.Date, TypeKind.Integer or TypeKind.Number) =>
            "Employer `date.add_days`, `date.add_hours`…",
        (_, TypeKind.List, TypeKind.Integer) => "Mettre la borne d'une plage entre parenthèses : `1..(n + 1)`.",
        (BinaryOperator.Add, TypeKind.List, _) => "Employer `array.add` ou `array.concat`.",
        (BinaryOperator.Range or BinaryOperator.RangeExclusive, _, _) => "Une plage va d'un nombre entier à un autre : `1..5`.",
        (_, TypeKind.Date, TypeKind.Text) or (_, TypeKind.Text, TypeKind.Date) =>
            "Lire le texte comme une date : `date.parse \"2027-10-12\"`.",
        (_, TypeKind.Text, TypeKind.Integer or TypeKind.Number) or (_, TypeKind.Integer or TypeKind.Number, TypeKind.Text) =>
            "Lire le texte comme un nombre : `string.to_int` ou `string.to_double`.",
        _ => "Donner deux valeurs du même type.",
    };

    private static string Expected(Shape shape) => shape switch
    {
        Shape.Text => "un texte",
        Shape.Integer => "un nombre entier",
        Shape.Number or Shape.N => "un nombre",
        Shape.Boolean => "un vrai/faux",
        Shape.Date => "une date",
        Shape.Scalar => "un texte, un nombre ou une date",
        Shape.ListOfScalar => "une liste de textes ou de nombres",
        Shape.ListOfObject => "une liste d'objets",
        Shape.ListOfT => "une liste",
        _ => "une valeur du même type que les autres",
    };
}
