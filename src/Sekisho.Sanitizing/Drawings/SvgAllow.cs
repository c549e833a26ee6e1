namespace Sekisho.Sanitizing.Drawings;

/// <summary>The elements and attributes a rebuilt SVG may have (law E2). Names of addresses (href) are not among them: they have rules of their own.</summary>
internal static class SvgAllow
{
    internal const string Ns = "http://www.w3.org/2000/svg";
    internal const string XLink = "http://www.w3.org/1999/xlink";

    internal static readonly HashSet<string> Elements = Words(
        "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image clipPath mask marker pattern linearGradient radialGradient stop style switch"
        + " filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood"
        + " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence");

    internal static readonly HashSet<string> Animations = Words("animate set animateTransform animateMotion animateColor mpath");

    /// <summary>Elements whose <c>#id</c> address another element of the drawing.</summary>
    internal static readonly HashSet<string> Pointing = Words("use textPath pattern linearGradient radialGradient filter mpath animate set animateTransform animateMotion animateColor");

    internal static readonly HashSet<string> AnimationAttributes = Words(
        "attributeName attributeType from to by values keyTimes keySplines keyPoints calcMode dur begin end min max restart repeatCount repeatDur additive accumulate fill type path rotate origin id");

    /// <summary>Properties, as attributes and in style sheets.</summary>
    internal static readonly HashSet<string> Properties = Words(
        "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering direction display dominant-baseline enable-background"
        + " fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight"
        + " glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type"
        + " mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit"
        + " stroke-opacity stroke-width text-align text-anchor text-decoration text-indent text-orientation text-rendering text-transform transform transform-box transform-origin unicode-bidi"
        + " vector-effect visibility white-space word-spacing writing-mode background background-color margin padding width height rx ry r cx cy x y");

    internal static readonly HashSet<string> Attributes = [.. Properties, .. Words(
        "id class version baseProfile viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength width height transform rotate textLength lengthAdjust startOffset method spacing side"
        + " gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient"
        + " filterUnits primitiveUnits filterRes in in2 result mode operator k1 k2 k3 k4 type values tableValues slope intercept amplitude exponent stdDeviation edgeMode radius order kernelMatrix divisor bias targetX targetY"
        + " preserveAlpha kernelUnitLength surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation scale xChannelSelector yChannelSelector"
        + " baseFrequency numOctaves seed stitchTiles z systemLanguage zoomAndPan lang")];

    internal static readonly HashSet<string> Functions = Words(
        "rgb rgba hsl hsla hwb lab lch oklab oklch color icc-color device-cmyk matrix matrix3d translate translatex translatey translate3d scale scalex scaley rotate rotatez skewx skewy calc min max"
        + " blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia polygon circle ellipse inset rect path cubic-bezier steps");

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
