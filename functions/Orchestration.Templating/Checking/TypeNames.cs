namespace Orchestration.Templating.Checking;

/// <summary>Types in French, for problems.</summary>
internal static class TypeNames
{
    public static string Describe(this StaticType type) => type.IsOptional && type.Kind != TypeKind.Null
        ? $"{Describe(type.Kind)} qui peut manquer"
        : type.Kind == TypeKind.List ? $"une liste{Several(type.Element!.Kind)}" : Describe(type.Kind);

    private static string Several(TypeKind element) => element switch
    {
        TypeKind.Text or TypeKind.Printable => " de textes",
        TypeKind.Integer => " de nombres entiers",
        TypeKind.Number => " de nombres",
        TypeKind.Boolean => " de vrai/faux",
        TypeKind.Date => " de dates",
        TypeKind.Object => " d'objets",
        TypeKind.List => " de listes",
        _ => "",
    };

    private static string Describe(TypeKind kind) => kind switch
    {
        TypeKind.Null => "`null`",
        TypeKind.Text => "un texte",
        TypeKind.Printable => "un texte ou un nombre",
        TypeKind.Markup => "un contenu HTML",
        TypeKind.Boolean => "un vrai/faux",
        TypeKind.Integer => "un nombre entier",
        TypeKind.Number => "un nombre",
        TypeKind.Date => "une date",
        TypeKind.Duration => "une durée",
        TypeKind.List => "une liste",
        TypeKind.Object => "un objet",
        _ => "une valeur",
    };
}
